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
    <main id="content" className="fault-page">
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
        {status === 401 ? (
          <LinkButton to="/sign-in" kind="primary">
            {t('fault.toSignIn')}
          </LinkButton>
        ) : (
          <LinkButton to="." kind="primary" reloadDocument>
            {t('fault.retry')}
          </LinkButton>
        )}
        <LinkButton to="/">{t('fault.toHome')}</LinkButton>
      </div>
    </main>
  );
}

export { PageFault as PageErrorBoundary };

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
