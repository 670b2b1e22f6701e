import { Form } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { CsrfField } from '#app/components/csrf-field.tsx';
import { ErrorNote } from '#app/components/error-panel.tsx';
import { ListRow } from '#app/components/list-rows.tsx';
import { useReading } from '#app/components/words.tsx';
import { useScopeHref } from '#app/filters/scope-href.ts';
import { Sheet } from '#app/sheet/sheet.tsx';
import { Setting } from './setting.tsx';
import type { ShellView } from './shell-view.ts';

/** Who is signed in, position first; other pages; how to read; the way out. */
export function PersonSheet({ view }: { view: ShellView }) {
  const { t, language, digits, theme = 'auto' } = useReading();
  const href = useScopeHref();
  const { mayChangePosition } = view.viewer;
  return (
    <Sheet title={view.viewer.position}>
      <div>
        <p>{view.viewer.name}</p>
        {view.viewer.isActing && <p className="quiet">{t('shell.acting')}</p>}
        {view.viewer.principal && <p className="quiet">{t('shell.onBehalf', { position: view.viewer.principal })}</p>}
      </div>
      <nav aria-label={t('shell.places')}>
        <ul className="list-rows">
          {mayChangePosition?.ok && mayChangePosition.value && (
            <ListRow href="/position" primary={t('access.changePosition')} />
          )}
          {view.viewer.mayAppointAides && <ListRow href="/position" primary={t('people.aides')} />}
          {view.places.map((place) => (
            <ListRow key={place} href={href(`/${place}`)} primary={t(`nav.${place}`)} />
          ))}
        </ul>
        {mayChangePosition?.ok === false && <ErrorNote />}
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
