import { Form, useLocation, useRouteLoaderData } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { CsrfField } from '#app/components/csrf-field.tsx';
import { ListRow } from '#app/components/list-rows.tsx';
import { useReading } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import type { Preferences } from '#app/preferences/preferences.ts';
import { Sheet } from '#app/sheet/sheet.tsx';
import type { ShellView } from './shell-view.ts';

/** Who is signed in, position first; other pages; how to read; the way out. */
export function PersonSheet({ view }: { view: ShellView }) {
  const { t, language, digits } = useReading();
  const href = useScopeHref();
  const theme = (useRouteLoaderData('root') as { preferences?: Preferences } | undefined)?.preferences?.theme ?? 'auto';
  return (
    <Sheet title={view.viewer.position}>
      <div>
        <p>{view.viewer.name}</p>
        {view.viewer.isActing && <p className="quiet">{t('shell.acting')}</p>}
        {view.viewer.principal && <p className="quiet">{t('shell.onBehalf', { position: view.viewer.principal })}</p>}
      </div>
      <nav aria-label={t('shell.places')}>
        <ul className="list-rows">
          {view.viewer.mayChangePosition && <ListRow href="/position" primary={t('access.changePosition')} />}
          {view.places.map((place) => (
            <ListRow key={place} href={href(`/${place}`)} primary={t(`nav.${place}`)} />
          ))}
        </ul>
      </nav>
      <div className="settings">
        <Setting
          label={t('shell.language')}
          name="lang"
          value={language}
          options={[
            ['th', t('shell.thai')],
            ['en', t('shell.english')],
          ]}
        />
        <Setting
          label={t('shell.theme')}
          name="theme"
          value={theme}
          options={[
            ['auto', t('shell.themeAuto')],
            ['light', t('shell.themeLight')],
            ['dark', t('shell.themeDark')],
          ]}
        />
        <Setting
          label={t('shell.digits')}
          name="digits"
          value={digits}
          options={[
            ['arabic', '123', t('shell.digitsArabicName')],
            ['thai', '๑๒๓', t('shell.digitsThaiName')],
          ]}
        />
      </div>
      <Form method="post" action="/sign-out" reloadDocument>
        <CsrfField />
        <Button>{t('shell.signOut')}</Button>
      </Form>
    </Sheet>
  );
}

type Option = [value: string, label: string, name?: string];

/** One preference as a small form: the whole page is asked for again, since words and theme belong to all of it. */
function Setting({ label, name, value, options }: { label: string; name: string; value: string; options: Option[] }) {
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
