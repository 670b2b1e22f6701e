import { useId, type InputHTMLAttributes, type ReactElement, type TextareaHTMLAttributes } from 'react';
import { useT } from './words.tsx';

type Told = { label: string; hint?: string; /** A sentence that says how to mend it. */ error?: string };
type InputProps = Told & { rows?: undefined } & InputHTMLAttributes<HTMLInputElement>;
type AreaProps = Told & { rows: number } & TextareaHTMLAttributes<HTMLTextAreaElement>;

/** A labelled input, with its hint and its fault tied to it. `rows` makes it a field of several lines. */
export function FormField(props: InputProps | AreaProps): ReactElement {
  const { label, hint, error, className: _ignored, ...rest } = props;
  const made = useId();
  const id = props.id ?? made;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const tied = { id, className: 'input', 'aria-describedby': described, 'aria-invalid': error ? true : undefined };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="field-hint">
          {hint}
        </span>
      )}
      {'rows' in rest && rest.rows ? (
        <textarea {...(rest as TextareaHTMLAttributes<HTMLTextAreaElement>)} {...tied} />
      ) : (
        <input {...(rest as InputHTMLAttributes<HTMLInputElement>)} {...tied} />
      )}
      {error && <FieldError id={`${id}-error`} error={error} />}
    </div>
  );
}

function FieldError({ id, error }: { id: string; error: string }) {
  const t = useT();
  return (
    <span id={id} className="field-error" role="alert">
      {t('fault.fieldPrefix')} {error}
    </span>
  );
}
