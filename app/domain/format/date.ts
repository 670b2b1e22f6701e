import {
  BANGKOK_OFFSET_MS,
  bangkokDateOf,
  buddhistYearOf,
  dayOf,
  monthOf,
  toMilliseconds,
  weekdayOf,
  yearOf,
  type IsoDate,
} from '../time/fiscal-calendar.ts';
import {
  ENGLISH_MONTHS,
  ENGLISH_WEEKDAYS,
  THAI_MONTHS,
  THAI_MONTHS_SHORT,
  THAI_WEEKDAYS,
} from '../time/month-names.ts';
import { NO_BREAK, type Language } from './number.ts';

export type DateStyle = 'medium' | 'long' | 'weekday';

/**
 * medium '20 พ.ย. 2569' / '20 Nov 2026' · long '20 พฤศจิกายน 2569' · weekday 'ศุกร์ที่ 20 พ.ย. 2569'.
 * Made from tables, not by Intl: engines differ in eras and full stops, and a page must hydrate to the letter.
 */
export function formatDate(date: IsoDate, language: Language, style: DateStyle = 'medium'): string {
  const day = `${dayOf(date)}${NO_BREAK}${monthName(date, language, style === 'long')}${NO_BREAK}${yearText(date, language)}`;
  if (style !== 'weekday') return day;
  const index = weekdayOf(date) - 1;
  return language === 'th' ? `${THAI_WEEKDAYS[index]}ที่${NO_BREAK}${day}` : `${ENGLISH_WEEKDAYS[index]} ${day}`;
}

/** Without the year: '20 พ.ย.'. */
export function formatDayMonth(date: IsoDate, language: Language): string {
  return `${dayOf(date)}${NO_BREAK}${monthName(date, language, false)}`;
}

/** Month and year: 'ต.ค. 2569'. */
export function formatMonth(date: IsoDate, language: Language, style: 'medium' | 'long' = 'medium'): string {
  return `${monthName(date, language, style === 'long')}${NO_BREAK}${yearText(date, language)}`;
}

/** Day and time of an instant in Bangkok: '20 พ.ย. 2569 09:00 น.'. */
export function formatDateTime(instant: Date | string, language: Language): string {
  return `${formatDate(bangkokDateOf(instant), language)} ${formatTime(instant, language)}`;
}

/** Time of an instant in Bangkok: '09:00 น.' / '09:00'. */
export function formatTime(instant: Date | string, language: Language): string {
  const time = new Date(toMilliseconds(instant) + BANGKOK_OFFSET_MS).toISOString().slice(11, 16);
  return language === 'th' ? `${time}${NO_BREAK}น.` : time;
}

function monthName(date: IsoDate, language: Language, isLong: boolean): string {
  const index = monthOf(date) - 1;
  if (language === 'th') return (isLong ? THAI_MONTHS : THAI_MONTHS_SHORT)[index]!;
  return isLong ? ENGLISH_MONTHS[index]! : ENGLISH_MONTHS[index]!.slice(0, 3);
}

function yearText(date: IsoDate, language: Language): string {
  return String(language === 'th' ? buddhistYearOf(date) : yearOf(date));
}
