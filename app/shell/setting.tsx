import { Form, useLocation } from '@remix-run/react';
import { CsrfField } from '#app/components/csrf-field.tsx';

type Option = [value: string, label: string, name?: string];

/** One preference as a small form: the whole page is asked for again, since words and theme belong to all of it. */
export function Setting({
  label,
  name,
  value,
  options,
}: {
  label: string;
  name: string;
  value: string;
  options: Option[];
}) {
  const { pathname, search } = useLocation();
  return (
    <Form method="post" action="/preferences" reloadDocument className="setting">
      <CsrfField />
      <input type="hidden" name="returnTo" value={pathname + search} />
      <span id={`setting-${name}`}>{label}</span>
      <span className="segmented" role="group" aria-labelledby={`setting-${name}`}>
        {options.map(([option, word, spoken]) => (
          <button
            key={option}
            type="submit"
            name={name}
            value={option}
            aria-pressed={option === value}
            aria-label={spoken}
          >
            {word}
          </button>
        ))}
      </span>
    </Form>
  );
}
