import { Form } from '@remix-run/react';
import { Button } from '#app/components/button.tsx';
import { FormField } from '#app/components/form-field.tsx';
import { useT } from '#app/components/words.tsx';
import type { SignInFault, SignInView } from './sign-in-view.ts';

/** Login and password; a new installation says how its first administrator is made. */
export function SignInPage({ view, fault }: { view: SignInView; fault?: SignInFault }) {
  const t = useT();
  return (
    <main id="content" className="fault-page">
      <h1 className="t28">{t('nav.productName')}</h1>
      {view.isNew ? <FirstSteps /> : <SignInForm view={view} fault={fault} />}
    </main>
  );
}

function SignInForm({ view, fault }: { view: SignInView; fault?: SignInFault }) {
  const t = useT();
  return (
    <Form method="post" action="/sign-in" reloadDocument>
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
