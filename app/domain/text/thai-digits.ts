/** Thai digits ๐–๙ to 0–9; everything else stays. */
export function toArabicDigits(text: string): string {
  return THAI_DIGIT.test(text)
    ? text.replace(THAI_DIGITS, (digit) => String.fromCharCode(digit.charCodeAt(0) - OFFSET))
    : text;
}

/** 0–9 to ๐–๙, for printed letters and agreements. Not for columns: Thai digits differ in width. */
export function toThaiDigits(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + OFFSET));
}

const OFFSET = 0x0e50 - 0x30;
const THAI_DIGIT = /[๐-๙]/;
const THAI_DIGITS = /[๐-๙]/g;
