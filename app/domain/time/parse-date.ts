import { refuse, type Parsed, type Refused } from '../parsed.ts';
import { toArabicDigits } from '../text/thai-digits.ts';
import { addDays, BUDDHIST_FROM_YEAR, BUDDHIST_OFFSET, isIsoDate, toIsoDate, type IsoDate } from './fiscal-calendar.ts';
import { monthNumberOf } from './month-names.ts';

export type DateRule =
  | 'date_missing'
  | 'date_unreadable'
  | 'date_impossible'
  | 'date_not_buddhist'
  | 'date_not_common_era'
  | 'date_two_digit_year';

export type DateFormat = {
  /** What the column is declared to hold; 'either' tells by the year (2400 or more is Buddhist). */
  era?: 'either' | 'buddhist' | 'common';
  /** Order of day and month where both are digits; Thai papers write the day first. */
  order?: 'day_first' | 'month_first';
  /** Whether bare digits such as 45931 are a spreadsheet's day count. */
  isSerial?: boolean;
};

/** A date from messy input. Never guesses: what could be two days is refused, with the likely one as a hint. */
export function parseDate(input: string | number, format: DateFormat = {}): Parsed<IsoDate, DateRule> {
  if (typeof input === 'number') return fromSerial(input, format);
  const text = toArabicDigits(input).replace(INVISIBLE, '').replace(/\s+/g, ' ').trim();
  if (text === '' || text === '-') return refuse('date_missing');
  if (format.isSerial && /^\d{5,6}(?:\.\d+)?$/.test(text)) return fromSerial(Number(text), format);
  const iso = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]\d{1,2}:.*)?$/.exec(text);
  if (iso) return fromParts(Number(iso[1]), Number(iso[3]), Number(iso[4]), format);
  const digits = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?: \d{1,2}:.*)?$/.exec(text);
  if (digits) return fromDigits(Number(digits[1]), Number(digits[3]), digits[4]!, format);
  return fromWords(text, format);
}

const INVISIBLE = /[\u200b-\u200d\u2060\ufeff]/g;

function fromDigits(first: number, second: number, year: string, format: DateFormat): Parsed<IsoDate, DateRule> {
  const isMonthFirst = format.order === 'month_first';
  const [day, month] = isMonthFirst ? [second, first] : [first, second];
  const parsed = withYearText(year, month, day, format);
  if (parsed.ok || month <= 12 || day > 12) return parsed;
  const swapped = withYearText(year, day, month, format);
  return swapped.ok ? refuse('date_impossible', swapped.value) : parsed;
}

function fromWords(text: string, format: DateFormat): Parsed<IsoDate, DateRule> {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = dayFirst ? null : MONTH_FIRST.exec(text);
  const [day, name, era, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3], dayFirst[4]]
    : [monthFirst?.[2], monthFirst?.[1], undefined, monthFirst?.[3]];
  const month = name === undefined ? null : monthNumberOf(name);
  if (month === null || day === undefined || year === undefined) return refuse('date_unreadable');
  const written = era === undefined ? format : { ...format, era: eraOf(era) };
  if (era !== undefined && format.era && format.era !== 'either' && format.era !== written.era) {
    return refuse(format.era === 'buddhist' ? 'date_not_buddhist' : 'date_not_common_era');
  }
  return withYearText(year, month, Number(day), written);
}

// "วันที่ 1 ตุลาคม พ.ศ. 2569", "วันศุกร์ที่ 1 ต.ค.69", "1 Oct 2026"
const DAY_FIRST =
  /^(?:(?:วัน)?[ก-๎]*ที่ ?)?(\d{1,2})[ -]?([ก-๎.]+?|[A-Za-z]+\.?)[ -]?,? ?(พ\.? ?ศ\.?|ค\.? ?ศ\.?)? ?(\d{4}|\d{2})$/;
const MONTH_FIRST = /^([A-Za-z]+)\.? (\d{1,2}),? (\d{4})$/;

const eraOf = (written: string): 'buddhist' | 'common' => (written.startsWith('พ') ? 'buddhist' : 'common');

function withYearText(year: string, month: number, day: number, format: DateFormat): Parsed<IsoDate, DateRule> {
  if (year.length === 4) return fromParts(Number(year), month, day, format);
  // Rule: two digits are a Buddhist year, 69 = 2569; in a common-era column they could be either century.
  if (format.era === 'common') return refuse('date_two_digit_year');
  return fromParts(2500 + Number(year), month, day, format);
}

function fromParts(year: number, month: number, day: number, format: DateFormat): Parsed<IsoDate, DateRule> {
  const isBuddhist = year >= BUDDHIST_FROM_YEAR;
  const date = toIsoDate(isBuddhist ? year - BUDDHIST_OFFSET : year, month, day);
  if (!isIsoDate(date) || date < EARLIEST || date > LATEST) return refuse('date_impossible');
  return wrongEra(isBuddhist, date, format) ?? { ok: true, value: date };
}

const EARLIEST = '1900-01-01';
const LATEST = '2199-12-31';

function wrongEra(isBuddhist: boolean, date: IsoDate, format: DateFormat): Refused<DateRule> | null {
  if (format.era === 'buddhist' && !isBuddhist) return refuse('date_not_buddhist', date);
  if (format.era === 'common' && isBuddhist) return refuse('date_not_common_era', date);
  return null;
}

/** A spreadsheet's day count; cells that hold 2569-10-01 as a true year count so far that they are Buddhist. */
function fromSerial(serial: number, format: DateFormat): Parsed<IsoDate, DateRule> {
  // Below 61 the count carries the spreadsheets' 29 February 1900, which never was.
  if (!Number.isFinite(serial) || serial < 61 || serial > 500_000) return refuse('date_unreadable');
  const date = addDays('1899-12-30', Math.floor(serial));
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return fromParts(year, month, day, year >= BUDDHIST_FROM_YEAR ? format : { ...format, era: 'either' });
}
