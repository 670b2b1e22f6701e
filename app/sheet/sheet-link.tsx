import { Link, useLocation } from '@remix-run/react';
import type { ReactNode } from 'react';

/** Opens a sheet on the page that is shown, at the same scroll; `sheet` names it, as "kpi:123". */
export function SheetLink({
  sheet,
  className,
  label,
  children,
}: {
  sheet: string;
  className?: string;
  label?: string;
  children: ReactNode;
}) {
  return (
    <Link
      to={useSheetHref()(sheet)}
      className={className}
      aria-label={label}
      preventScrollReset
      state={{ sheetOpened: true }}
    >
      {children}
    </Link>
  );
}

export function useSheetHref(): (sheet: string) => string {
  const { pathname, search } = useLocation();
  return (sheet) => {
    const params = new URLSearchParams(search);
    params.set('sheet', sheet);
    return `${pathname}?${params.toString()}`;
  };
}
