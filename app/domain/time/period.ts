import { refuse, type Parsed } from '../parsed.ts';
import { toArabicDigits } from '../text/thai-digits.ts';
import {
  addDays,
  BUDDHIST_FROM_YEAR,
  BUDDHIST_OFFSET,
  dayOf,
  dayOfFiscalYear,
  daysBetween,
  daysInMonth,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  isIsoDate,
  monthOf,
  toIsoDate,
  yearOf,
  type IsoDate,
} from './fiscal-calendar.ts';

export type PeriodKind = 'year' | 'quarter' | 'month' | 'day' | 'round';
export type RoundMonths = 6 | 9 | 12;

/**
 * `code` is canonical: 2569 · 2569-Q1 · 2569-10 (Buddhist calendar month) · 2026-10-01 (day) · 2569-R6.
 * `index` is the quarter, calendar month, day of the fiscal year, or months of the round; 0 for a year.
 */
export type Period = {
  id: number;
  code: string;
  kind: PeriodKind;
  fiscalYear: number;
  index: number;
  startsOn: IsoDate;
  endsOn: IsoDate;
};

export type PeriodRule = 'period_unreadable' | 'period_impossible' | 'period_year_not_buddhist';

/** Reads a period. A date whose year is 2400 or more is Buddhist; a year, quarter, month or round must be. */
export function parsePeriod(text: string): Parsed<Period, PeriodRule> {
  const match = PATTERN.exec(toArabicDigits(text).trim());
  if (!match) return refuse('period_unreadable');
  const year = Number(match[1]);
  const [, , quarter, round, month, day] = match;
  if (day !== undefined) return parseDay(year, Number(month), Number(day));
  if (year < BUDDHIST_FROM_YEAR || year > LAST_YEAR) {
    const isCommonEra = year >= 1900 && year <= 2199;
    const rest = text.trim().slice(4).toUpperCase();
    return refuse('period_year_not_buddhist', isCommonEra ? `${year + BUDDHIST_OFFSET}${rest}` : undefined);
  }
  if (quarter !== undefined) return { ok: true, value: quarterPeriod(year, Number(quarter)) };
  if (round !== undefined) return { ok: true, value: roundPeriod(year, Number(round) as RoundMonths) };
  if (month === undefined) return { ok: true, value: yearPeriod(year) };
  if (Number(month) < 1 || Number(month) > 12) return refuse('period_impossible');
  return { ok: true, value: monthPeriod(year, Number(month)) };
}

/** Whole number that SQL and TypeScript both derive without look-up; throws on a code that is no period. */
export function periodId(code: string): number {
  const parsed = parsePeriod(code);
  if (!parsed.ok) throw new RangeError(`Not a period: "${code}"`);
  return parsed.value.id;
}

export function periodOfId(id: number): Period {
  const fiscalYear = Math.floor(id / YEAR_STEP);
  const kind = KINDS[Math.floor((id % YEAR_STEP) / KIND_STEP)];
  const index = id % KIND_STEP;
  if (fiscalYear < BUDDHIST_FROM_YEAR) throw new RangeError(`Not a period id: ${id}`);
  if (kind === 'year' && index === 0) return yearPeriod(fiscalYear);
  if (kind === 'quarter' && index >= 1 && index <= 4) return quarterPeriod(fiscalYear, index);
  if (kind === 'month' && index >= 1 && index <= 12) {
    const month = ((index + 8) % 12) + 1;
    return monthPeriod(month >= 10 ? fiscalYear - 1 : fiscalYear, month);
  }
  if (kind === 'day' && index >= 1 && index <= daysOfYear(fiscalYear)) {
    return dayPeriod(addDays(fiscalYearStart(fiscalYear), index - 1));
  }
  if (kind === 'round' && isRoundMonths(index)) return roundPeriod(fiscalYear, index);
  throw new RangeError(`Not a period id: ${id}`);
}

export function yearPeriod(fiscalYear: number): Period {
  return build(`${fiscalYear}`, 'year', fiscalYear, 0, fiscalYearStart(fiscalYear), fiscalYearEnd(fiscalYear));
}

/** Fiscal quarter 1–4. */
export function quarterPeriod(fiscalYear: number, quarter: number): Period {
  const firstMonth = quarter === 1 ? 10 : quarter * 3 - 5;
  const year = fiscalYear - BUDDHIST_OFFSET - (quarter === 1 ? 1 : 0);
  const endsOn = toIsoDate(year, firstMonth + 2, daysInMonth(year, firstMonth + 2));
  return build(`${fiscalYear}-Q${quarter}`, 'quarter', fiscalYear, quarter, toIsoDate(year, firstMonth, 1), endsOn);
}

/** Calendar month 1–12 of a Buddhist year: October 2569 belongs to fiscal year 2570. */
export function monthPeriod(buddhistYear: number, month: number): Period {
  const year = buddhistYear - BUDDHIST_OFFSET;
  const startsOn = toIsoDate(year, month, 1);
  const endsOn = toIsoDate(year, month, daysInMonth(year, month));
  const code = `${buddhistYear}-${String(month).padStart(2, '0')}`;
  return build(code, 'month', fiscalYearOf(startsOn), month, startsOn, endsOn);
}

export function dayPeriod(date: IsoDate): Period {
  return build(date, 'day', fiscalYearOf(date), dayOfFiscalYear(date), date, date);
}

/** Review round of 6, 9 or 12 months, always counted from 1 October. */
export function roundPeriod(fiscalYear: number, months: RoundMonths): Period {
  const year = fiscalYear - BUDDHIST_OFFSET;
  const endsOn = { 6: `${year}-03-31`, 9: `${year}-06-30`, 12: `${year}-09-30` }[months];
  return build(`${fiscalYear}-R${months}`, 'round', fiscalYear, months, fiscalYearStart(fiscalYear), endsOn);
}

/** The period of a kind that holds a date; a round gives the first that is not over. */
export function periodAt(date: IsoDate, kind: PeriodKind): Period {
  const fiscalYear = fiscalYearOf(date);
  if (kind === 'year') return yearPeriod(fiscalYear);
  if (kind === 'day') return dayPeriod(date);
  if (kind === 'month') return monthPeriod(yearOf(date) + BUDDHIST_OFFSET, monthOf(date));
  if (kind === 'quarter') return quarterPeriod(fiscalYear, Math.floor(((monthOf(date) + 2) % 12) / 3) + 1);
  const months = monthOf(date) >= 10 || monthOf(date) <= 3 ? 6 : monthOf(date) <= 6 ? 9 : 12;
  return roundPeriod(fiscalYear, months);
}

export function containsPeriod(outer: Period, inner: Period): boolean {
  return outer.startsOn <= inner.startsOn && inner.endsOn <= outer.endsOn;
}

// Year, optional Q1–Q4, R6/R9/R12, month, or month and day.
const PATTERN = /^(\d{4})(?:-(?:[Qq]([1-4])|[Rr](6|9|12)|(\d{2})(?:-(\d{2}))?))?$/;
const LAST_YEAR = 2999;
const YEAR_STEP = 100_000;
const KIND_STEP = 10_000;
const KINDS: readonly PeriodKind[] = ['year', 'quarter', 'month', 'day', 'round'];

function parseDay(year: number, month: number, day: number): Parsed<Period, PeriodRule> {
  if (year < 1900 || year > LAST_YEAR || (year > 2199 && year < BUDDHIST_FROM_YEAR)) return refuse('period_impossible');
  const date = toIsoDate(year >= BUDDHIST_FROM_YEAR ? year - BUDDHIST_OFFSET : year, month, day);
  return isIsoDate(date) && dayOf(date) === day ? { ok: true, value: dayPeriod(date) } : refuse('period_impossible');
}

function build(
  code: string,
  kind: PeriodKind,
  fiscalYear: number,
  index: number,
  startsOn: IsoDate,
  endsOn: IsoDate,
): Period {
  const place = kind === 'month' ? fiscalMonthOf(index) : index;
  const id = fiscalYear * YEAR_STEP + KINDS.indexOf(kind) * KIND_STEP + place;
  return { id, code, kind, fiscalYear, index, startsOn, endsOn };
}

/** October is 1, so that the ids of a year's months stand in the order of time. */
function fiscalMonthOf(month: number): number {
  return ((month + 2) % 12) + 1;
}

function daysOfYear(fiscalYear: number): number {
  return daysBetween(fiscalYearStart(fiscalYear), fiscalYearEnd(fiscalYear)) + 1;
}

function isRoundMonths(value: number): value is RoundMonths {
  return value === 6 || value === 9 || value === 12;
}
