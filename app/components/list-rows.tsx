import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from './words.tsx';

/** The worst few of a list, 44 px to press each and 8 px apart, and how many more there are. */
export function ListRows({
  children,
  more,
  label,
}: {
  children: ReactNode;
  more?: { count: number; href: string };
  label?: string;
}) {
  const t = useT();
  return (
    <>
      <ul className="list-rows" aria-label={label}>
        {children}
      </ul>
      {more && more.count > 0 && (
        <Link className="action-link" to={more.href}>
          {t('nav.more', { count: more.count })}
        </Link>
      )}
    </>
  );
}

export type ListRowProps = {
  href?: string;
  primary: ReactNode;
  secondary?: ReactNode;
  leading?: ReactNode;
  trailing?: ReactNode;
  /** The row opens a sheet on this page instead of another page: the page stays where it is scrolled. */
  keepScroll?: boolean;
};

export function ListRow({ href, primary, secondary, leading, trailing, keepScroll }: ListRowProps) {
  const body = (
    <>
      {leading}
      <span className="row-main">
        <span className="row-primary lines-2">{primary}</span>
        {secondary && <span className="row-secondary lines-1">{secondary}</span>}
      </span>
      {trailing && <span className="row-trailing">{trailing}</span>}
    </>
  );
  return (
    <li className="list-row">
      {href ? (
        <Link to={href} preventScrollReset={keepScroll} state={keepScroll ? { sheetOpened: true } : undefined}>
          {body}
        </Link>
      ) : (
        <div className="row-body">{body}</div>
      )}
    </li>
  );
}
