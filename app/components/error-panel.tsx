import { Link, useLocation } from '@remix-run/react';
import { LinkButton } from './button.tsx';
import { useT } from './words.tsx';

/** Stands where one panel could not be read, so that the rest of the page goes on. */
export function ErrorPanel() {
  const t = useT();
  const { pathname, search } = useLocation();
  return (
    <div className="empty" role="status">
      <p className="strong">{t('fault.panelTitle')}</p>
      <p>{t('fault.panelBody')}</p>
      <LinkButton to={pathname + search} replace>
        {t('fault.retry')}
      </LinkButton>
    </div>
  );
}

/** The same in one line, where a panel lives and one line of it could not be read. */
export function ErrorNote() {
  const t = useT();
  const { pathname, search } = useLocation();
  return (
    <span role="status">
      {t('fault.panelTitle')}{' '}
      <Link to={pathname + search} replace>
        {t('fault.retry')}
      </Link>
    </span>
  );
}
