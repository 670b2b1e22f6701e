import { BUDDHIST_OFFSET, dayOf, monthOf, yearOf, type IsoDate } from '#domain/time/fiscal-calendar.ts';
import { toThaiDigits } from '#domain/text/thai-digits.ts';

const MONTHS = ['ม.ค.', 'ก.พ.', 'มี.ค.', 'เม.ย.', 'พ.ค.', 'มิ.ย.', 'ก.ค.', 'ส.ค.', 'ก.ย.', 'ต.ค.', 'พ.ย.', 'ธ.ค.'];

/** ๑ ต.ค. ๒๕๖๙, as a letter has it. */
export function formatThaiDate(date: IsoDate): string {
  return toThaiDigits(`${dayOf(date)} ${MONTHS[monthOf(date) - 1]} ${yearOf(date) + BUDDHIST_OFFSET}`);
}
