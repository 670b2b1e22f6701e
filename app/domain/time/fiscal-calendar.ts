/** A calendar day of the common era as 'YYYY-MM-DD'. */
export type IsoDate = string;

/** Rule: a year of 2400 or more is of the Buddhist era (พ.ศ. = ค.ศ. + 543). */
export const BUDDHIST_FROM_YEAR = 2400;
export const BUDDHIST_OFFSET = 543;
/** Asia/Bangkok is +07 the year round. */
export const BANGKOK_OFFSET_MS = 7 * 3_600_000;

/** Fiscal year (พ.ศ.), named by the year in which it ends: 1 October 2569 belongs to 2570. */
export function fiscalYearOf(date: IsoDate): number {
  return yearOf(date) + BUDDHIST_OFFSET + (monthOf(date) >= 10 ? 1 : 0);
}

/** Fiscal quarter 1–4; quarter 1 is October to December. */
export function quarterOf(date: IsoDate): number {
  return Math.floor(((monthOf(date) + 2) % 12) / 3) + 1;
}

/** 1 on 1 October, 365 or 366 on 30 September. */
export function dayOfFiscalYear(date: IsoDate): number {
  return daysBetween(fiscalYearStart(fiscalYearOf(date)), date) + 1;
}

export function fiscalYearStart(fiscalYear: number): IsoDate {
  return `${pad4(fiscalYear - BUDDHIST_OFFSET - 1)}-10-01`;
}

export function fiscalYearEnd(fiscalYear: number): IsoDate {
  return `${pad4(fiscalYear - BUDDHIST_OFFSET)}-09-30`;
}

export function buddhistYearOf(date: IsoDate): number {
  return yearOf(date) + BUDDHIST_OFFSET;
}

/** The day in Thailand at an instant. Text must carry its zone, or be a bare date, which is returned. */
export function bangkokDateOf(instant: Date | string): IsoDate {
  return new Date(toMilliseconds(instant) + BANGKOK_OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which the day is over (24:00 +07). A thing due that day is on time strictly before it. */
export function endOfDayBangkok(date: IsoDate): Date {
  return new Date(toUtc(date) + DAY_MS - BANGKOK_OFFSET_MS);
}

export function startOfDayBangkok(date: IsoDate): Date {
  return new Date(toUtc(date) - BANGKOK_OFFSET_MS);
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(toUtc(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** Last day of a calendar month of the common era, month 1–12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7;
}

export function toIsoDate(year: number, month: number, day: number): IsoDate {
  return `${pad4(year)}-${pad2(month)}-${pad2(day)}`;
}

/** True for a day that exists, written 'YYYY-MM-DD'. */
export function isIsoDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const month = monthOf(text);
  const day = dayOf(text);
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
}

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));
export const dayOf = (date: IsoDate): number => Number(date.slice(8, 10));

const DAY_MS = 86_400_000;
const ZONED = /(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;

const pad2 = (value: number): string => String(value).padStart(2, '0');
const pad4 = (value: number): string => String(value).padStart(4, '0');

function toUtc(date: IsoDate): number {
  return Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date));
}

/** Milliseconds of an instant; text without its zone throws. */
export function toMilliseconds(instant: Date | string): number {
  if (instant instanceof Date) return instant.getTime();
  if (isIsoDate(instant)) return toUtc(instant) - BANGKOK_OFFSET_MS;
  // Without a zone the machine's own would decide, which differs from place to place.
  if (!ZONED.test(instant)) throw new RangeError(`An instant needs its zone: "${instant}"`);
  return new Date(instant.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')).getTime();
}
