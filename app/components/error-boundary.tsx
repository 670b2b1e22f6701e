import { isRouteErrorResponse, Link, useRouteError } from '@remix-run/react';
import { LinkButton } from './button.tsx';
import { useT } from './words.tsx';

const TOLD = [400, 401, 403, 404, 409, 429, 500, 503] as const;

/** A page that cannot be shown says what, where and how to mend it. For every route's `ErrorBoundary`. */
export function PageFault() {
  const error = useRouteError();
  const t = useT();
  const status = statusOf(error);
  const nearest = nearestOf(error);
  return (
    <div className="fault-page">
      <h1 className="t28">{t(`fault.title${status}`)}</h1>
      <p>{t(`fault.body${status}`)}</p>
      {nearest.length > 0 && (
        <nav aria-label={t('fault.nearest')}>
          <h2>{t('fault.nearest')}</h2>
          <ul className="list-rows">
            {nearest.map((one) => (
              <li key={one.href} className="list-row">
                <Link to={one.href}>{one.label}</Link>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <div className="side-by-side">
        <Ways status={status} />
      </div>
    </div>
  );
}

export { PageFault as PageErrorBoundary };

/** What helps: signing in, starting elsewhere where the address is at fault, else opening it again. */
function Ways({ status }: { status: (typeof TOLD)[number] }) {
  const t = useT();
  if (status === 401)
    return (
      <LinkButton to="/sign-in" kind="primary">
        {t('fault.toSignIn')}
      </LinkButton>
    );
  const isAddress = status === 400 || status === 403 || status === 404;
  return (
    <>
      {!isAddress && (
        <LinkButton to="." kind="primary" reloadDocument>
          {t('fault.retry')}
        </LinkButton>
      )}
      <LinkButton to="/" kind={isAddress ? 'primary' : 'plain'}>
        {t('fault.toHome')}
      </LinkButton>
    </>
  );
}

function statusOf(error: unknown): (typeof TOLD)[number] {
  const status = isRouteErrorResponse(error) ? error.status : 500;
  return TOLD.find((one) => one === status) ?? (status < 500 ? 400 : 500);
}

function nearestOf(error: unknown): { label: string; href: string }[] {
  const data: unknown = isRouteErrorResponse(error) ? error.data : null;
  return data && typeof data === 'object' && 'nearest' in data
    ? (data.nearest as { label: string; href: string }[])
    : [];
}
