import { Link } from '@remix-run/react';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';

/** Months of the year, or years: the link leads to the other. */
export function SpanSwitch({ by }: { by: 'month' | 'year' }) {
  const t = useT();
  const here = useHereHref();
  return (
    <Link to={here({ by: by === 'month' ? 'year' : null })} preventScrollReset replace>
      {t(by === 'month' ? 'tactical.byYear' : 'tactical.byMonth')}
    </Link>
  );
}
