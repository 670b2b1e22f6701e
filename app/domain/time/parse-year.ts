import { refuse, type Parsed } from '../parsed.ts';
import { toArabicDigits } from '../text/thai-digits.ts';
import { BUDDHIST_FROM_YEAR, BUDDHIST_OFFSET } from './fiscal-calendar.ts';

export type YearRule = 'year_unreadable' | 'year_not_buddhist' | 'year_not_common_era';

/**
 * A Buddhist year. Rule: "69" is 2569, never 1969 or 2069; "2026" is refused with the hint 2569,
 * since reading it as พ.ศ. 2026 would land in 1483.
 */
export function parseBuddhistYear(text: string): Parsed<number, YearRule> {
  const digits = toArabicDigits(text)
    .trim()
    .replace(/^(?:ปีงบประมาณ|พ\.?\s?ศ\.?|ปี)\s*/, '')
    .replace(/^(?:พ\.?\s?ศ\.?)\s*/, '');
  if (/^\d{2}$/.test(digits)) return { ok: true, value: 2500 + Number(digits) };
  if (!/^\d{4}$/.test(digits)) return refuse('year_unreadable');
  const year = Number(digits);
  if (year >= BUDDHIST_FROM_YEAR) return { ok: true, value: year };
  return refuse('year_not_buddhist', String(year + BUDDHIST_OFFSET));
}

/** A year of the common era, for feeds from abroad. */
export function parseCommonYear(text: string): Parsed<number, YearRule> {
  const digits = toArabicDigits(text).trim();
  if (!/^\d{4}$/.test(digits)) return refuse('year_unreadable');
  const year = Number(digits);
  if (year < BUDDHIST_FROM_YEAR) return { ok: true, value: year };
  return refuse('year_not_common_era', String(year - BUDDHIST_OFFSET));
}
