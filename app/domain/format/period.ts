import { BUDDHIST_OFFSET } from '../time/fiscal-calendar.ts';
import { parsePeriod, type Period } from '../time/period.ts';
import { formatDate, formatMonth } from './date.ts';
import { NO_BREAK, type Language } from './number.ts';

type Named = Pick<Period, 'kind' | 'fiscalYear' | 'index' | 'startsOn'>;

/** ปี 2569 · ไตรมาส 1/2570 · ต.ค. 2569 · 1 ต.ค. 2569 · รอบ 6 เดือน ปี 2569. English years are of the common era. */
export function formatPeriod(period: Named, language: Language): string {
  const { kind, fiscalYear, index, startsOn } = period;
  switch (kind) {
    case 'year':
      return formatFiscalYear(fiscalYear, language);
    case 'quarter':
      return language === 'th'
        ? `ไตรมาส${NO_BREAK}${index}/${fiscalYear}`
        : `Q${index}${NO_BREAK}${formatFiscalYear(fiscalYear, language)}`;
    case 'month':
      return formatMonth(startsOn, language);
    case 'day':
      return formatDate(startsOn, language);
    case 'round':
      return `${formatRound(index, language)} ${formatFiscalYear(fiscalYear, language)}`;
  }
}

/** The name of the period with a code such as 2569-10; a code of none is shown as it is. */
export function formatPeriodCode(code: string, language: Language): string {
  const period = parsePeriod(code);
  return period.ok ? formatPeriod(period.value, language) : code;
}

/** Fiscal year given in พ.ศ.: 'ปี 2569' / 'FY 2026'. */
export function formatFiscalYear(fiscalYear: number, language: Language): string {
  return language === 'th' ? `ปี${NO_BREAK}${fiscalYear}` : `FY${NO_BREAK}${fiscalYear - BUDDHIST_OFFSET}`;
}

/** Round without its year: 'รอบ 6 เดือน' / '6-month round'. */
export function formatRound(months: number, language: Language): string {
  return language === 'th' ? `รอบ${NO_BREAK}${months}${NO_BREAK}เดือน` : `${months}-month round`;
}
