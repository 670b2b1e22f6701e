import type { Period } from '#domain/time/period.ts';
import type { ReadingRow } from '../readings/rows.ts';

/** Ten records that must be rejected, each for a reason of its own, among rows that are right. */
export function withFaults(
  rows: readonly ReadingRow[],
  unit: string,
  newest: Period,
  earlier: readonly Period[],
): ReadingRow[] {
  const month = (back: number): string => earlier.at(-1 - back)!.code;
  const row = (cells: Partial<ReadingRow>): ReadingRow => ({
    indicator_code: 'C-SRV-04',
    unit_code: unit,
    period: newest.code,
    value: '',
    numerator: '',
    denominator: '',
    state: '',
    note: '',
    ...cells,
  });
  const repeated = rows.find(({ indicator_code }) => indicator_code === 'C-SRV-04');
  const faults: ReadingRow[] = [
    row({ unit_code: '03999', numerator: '90', denominator: '110' }),
    row({ unit_code: '02004', numerator: '90', denominator: '110' }),
    row({ indicator_code: 'C-SRV-99', numerator: '90', denominator: '110' }),
    row({ indicator_code: 'C-DIG-02', period: month(1), value: '85,5' }),
    row({ indicator_code: 'C-DIG-02', period: month(2), value: '104.20' }),
    row({ period: month(3), numerator: '130', denominator: '120' }),
    row({ period: '2568-02-29', numerator: '90', denominator: '110' }),
    row({ period: month(4) }),
    row({ period: month(5), value: 'ประมาณ 90' }),
    ...(repeated ? [{ ...repeated }] : []),
  ];
  const middle = Math.floor(rows.length / 2);
  return [...rows.slice(0, middle), ...faults.slice(0, 5), ...rows.slice(middle), ...faults.slice(5)];
}
