/** Month names, January first. Kept as data, since engines disagree on eras and full stops. */
export const THAI_MONTHS = [
  'มกราคม',
  'กุมภาพันธ์',
  'มีนาคม',
  'เมษายน',
  'พฤษภาคม',
  'มิถุนายน',
  'กรกฎาคม',
  'สิงหาคม',
  'กันยายน',
  'ตุลาคม',
  'พฤศจิกายน',
  'ธันวาคม',
] as const;

export const THAI_MONTHS_SHORT = [
  'ม.ค.',
  'ก.พ.',
  'มี.ค.',
  'เม.ย.',
  'พ.ค.',
  'มิ.ย.',
  'ก.ค.',
  'ส.ค.',
  'ก.ย.',
  'ต.ค.',
  'พ.ย.',
  'ธ.ค.',
] as const;

export const ENGLISH_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** Monday first. */
export const THAI_WEEKDAYS = ['จันทร์', 'อังคาร', 'พุธ', 'พฤหัสบดี', 'ศุกร์', 'เสาร์', 'อาทิตย์'] as const;
export const ENGLISH_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Month 1–12 of a Thai or English name, full or short, with or without full stops; else null. */
export function monthNumberOf(name: string): number | null {
  return NUMBERS.get(toKey(name)) ?? null;
}

const toKey = (name: string): string => name.replace(/[.\s]/g, '').toLowerCase();

const NUMBERS = new Map<string, number>([
  ...[THAI_MONTHS, THAI_MONTHS_SHORT, ENGLISH_MONTHS].flatMap((names) =>
    names.map((name, index): [string, number] => [toKey(name), index + 1]),
  ),
  ...ENGLISH_MONTHS.map((name, index): [string, number] => [name.slice(0, 3).toLowerCase(), index + 1]),
  ['sept', 9],
]);
