import { useFormat } from './format.ts';
import { useT } from './words.tsx';

/** Baht, shown in million baht with its unit. */
export function Money({ baht }: { baht: string }) {
  return <span className="nowrap">{useFormat().millionBaht(baht)}</span>;
}

const SIZES = { row: 'strong nowrap', tile: 't36 nowrap', hero: 't72 nowrap' } as const;

/** A score with two decimals; nothing known is a dash with its word, never 0. */
export function Score({ value, size = 'row' }: { value: string | null; size?: keyof typeof SIZES }) {
  const t = useT();
  const format = useFormat();
  if (value === null)
    return (
      <span className={SIZES[size]}>
        <span aria-hidden="true">–</span>
        <span className="hidden-text">{t('status.no_data')}</span>
      </span>
    );
  return <span className={SIZES[size]}>{format.score(value)}</span>;
}
