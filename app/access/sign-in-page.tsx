import { Form } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { FormField } from '#app/components/form-field.tsx';
import { useReading, useT } from '#app/components/words.tsx';
import { Setting } from '#app/shell/setting.tsx';
import type { SignInFault, SignInView } from './sign-in-view.ts';

/** Login and password; a new installation says how its first administrator is made. */
export function SignInPage({ view, fault }: { view: SignInView; fault?: SignInFault }) {
  const { t, language } = useReading();
  return (
    <div className="sign-in">
      <h1 className="t28">{t('nav.productName')}</h1>
      <div className="panel">{view.isNew ? <FirstSteps /> : <SignInForm view={view} fault={fault} />}</div>
      <Setting
        label={t('shell.language')}
        name="lang"
        value={language}
        options={[
          ['th', t('shell.thai')],
          ['en', t('shell.english')],
        ]}
      />
    </div>
  );
}

function SignInForm({ view, fault }: { view: SignInView; fault?: SignInFault }) {
  const t = useT();
  return (
    <Form method="post" action="/sign-in" reloadDocument className="stack">
      <input type="hidden" name="returnTo" value={view.returnTo} />
      <FormField label={t('access.login')} name="login" autoComplete="username" autoCapitalize="none" required />
      <FormField
        label={t('access.password')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      {fault && (
        <p role="alert" className="field-error">
          {fault.code === 'wait' ? t('signInFault.wait', { seconds: fault.seconds }) : t(`signInFault.${fault.code}`)}
        </p>
      )}
      <Button kind="primary">{t('access.signIn')}</Button>
      {view.isDemonstration && <p className="quiet">{t('access.demonstrationHint')}</p>}
    </Form>
  );
}

function FirstSteps() {
  const t = useT();
  return (
    <>
      <p>{t('access.newInstallation')}</p>
      <pre>
        <code>npm run access -- init</code>
      </pre>
      <p>{t('access.newInstallationThen')}</p>
    </>
  );
}
