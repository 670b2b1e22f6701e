import type { DecimalText } from './decimal.ts';
import { numberStateOf, type NumberState } from './number-states.ts';
import { toArabicDigits } from '../text/thai-digits.ts';

export type NumberRule =
  | 'number_missing'
  | 'number_decimal_comma'
  | 'number_decimal_point'
  | 'number_grouping'
  | 'number_with_words'
  | 'number_formula_error'
  | 'number_too_long'
  | 'number_unreadable';

/**
 * `value` keeps the decimals as sent ('85.50'), without leading zeros, plus or minus zero.
 * `isPercent` when a percent sign stood beside it; the value is then in percent, not a share of 1.
 * `state` when the cell says in words why there is no number.
 */
export type ParsedNumber =
  | { ok: true; value: DecimalText; isPercent?: true }
  | { ok: false; rule: NumberRule; hint?: DecimalText; state?: NumberState };

/** How a sender writes decimals: 'point' 1,234.56 or 'comma' 1.234,56. */
export type DecimalMark = 'point' | 'comma';

/** Longest number that Postgres and the exact arithmetic take without loss. */
const MAX_DIGITS = 38;

export function parseNumber(text: string, decimalMark: DecimalMark = 'point'): ParsedNumber {
  if (decimalMark === 'comma') return parseWritten(text, decimalMark);
  if (isPlain(text)) return { ok: true, value: text };
  if (GROUPED.test(text) && text.length <= MAX_DIGITS) return { ok: true, value: text.replaceAll(',', '') };
  return parseWritten(text, decimalMark);
}

// Runs over millions of cells: a plain ASCII decimal ('-12.50') is told without a regular expression.
function isPlain(text: string): boolean {
  const length = text.length;
  if (length === 0 || length > MAX_DIGITS) return false;
  let at = text.charCodeAt(0) === 45 ? 1 : 0;
  const first = text.charCodeAt(at);
  if (!(first >= 48 && first <= 57)) return false;
  if (first === 48 && length > at + 1 && text.charCodeAt(at + 1) !== 46) return false;
  if (first === 48 && at === 1) return false;
  let point = -1;
  for (at += 1; at < length; at += 1) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if (code !== 46 || point >= 0) return false;
    point = at;
  }
  return point !== length - 1;
}

function parseWritten(text: string, mark: DecimalMark): ParsedNumber {
  const written = toArabicDigits(text).replace(INVISIBLE, '').replace(SPACES, ' ').trim();
  const state = numberStateOf(written);
  if (state) return { ok: false, rule: 'number_missing', state };
  if (FORMULA_ERROR.test(written)) return { ok: false, rule: 'number_formula_error' };
  const { body, isNegative, isPercent } = strip(written);
  const digits = mark === 'point' ? body : swapMarks(body);
  const plain = toPlain(digits);
  if (plain === null) return inSendersMark(explain(digits, isNegative), mark);
  if (plain.length > MAX_DIGITS) return { ok: false, rule: 'number_too_long' };
  const value = withSign(plain, isNegative);
  return isPercent ? { ok: true, value, isPercent } : { ok: true, value };
}

function strip(written: string): { body: string; isNegative: boolean; isPercent: boolean } {
  let body = written;
  const inParentheses = /^\((.*)\)$/.exec(body);
  if (inParentheses) body = inParentheses[1]!.trim();
  const isPercent = /^ร้อยละ|[%％]$/.test(body);
  if (isPercent)
    body = body
      .replace(/^ร้อยละ/, '')
      .replace(/[%％]$/, '')
      .trim();
  const sign = /^[+\-−–]\s?/.exec(body)?.[0] ?? '';
  // "(-5)" is told by neither rule of writing alone, so the sign stays and the number is refused.
  if (inParentheses && sign) return { body, isNegative: false, isPercent };
  return { body: body.slice(sign.length), isNegative: inParentheses !== null || /[-−–]/.test(sign), isPercent };
}

/** Digits with at most one point, or null. Thousands must be grouped by three, with one kind of mark. */
function toPlain(body: string): string | null {
  if (/^\d+(?:\.\d*)?$|^\.\d+$/.test(body)) return trimZeros(body);
  if (/^[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+|(?:'\d{3})+)(?:\.\d*)?$/.test(body)) {
    return trimZeros(body.replace(/[, ']/g, ''));
  }
  const scientific = /^(\d+)(?:\.(\d+))?[eE]([+-]?\d{1,2})$/.exec(body);
  return scientific ? shiftPoint(scientific[1]!, scientific[2] ?? '', Number(scientific[3])) : null;
}

function shiftPoint(whole: string, fraction: string, exponent: number): string {
  const digits = whole + fraction;
  const point = whole.length + exponent;
  if (point <= 0) return trimZeros(`0.${'0'.repeat(-point)}${digits}`);
  if (point >= digits.length) return trimZeros(digits + '0'.repeat(point - digits.length));
  return trimZeros(`${digits.slice(0, point)}.${digits.slice(point)}`);
}

const trimZeros = (body: string): string =>
  body
    .replace(/\.$/, '')
    .replace(/^0+(?=\d)/, '')
    .replace(/^\./, '0.');

const withSign = (plain: string, isNegative: boolean): string =>
  isNegative && /[1-9]/.test(plain) ? `-${plain}` : plain;

const swapMarks = (body: string): string => body.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));

/** Says what is wrong with a refused number, with the number that was likely meant. */
function explain(body: string, isNegative: boolean): ParsedNumber {
  const hinted = (rule: NumberRule, meant: string): ParsedNumber => {
    const plain = toPlain(meant);
    return plain ? { ok: false, rule, hint: withSign(plain, isNegative) } : { ok: false, rule };
  };
  if (/^\d+,\d{1,2}$|^0,\d+$|^\d{4,},\d+$/.test(body)) return hinted('number_decimal_comma', body.replace(',', '.'));
  if (/^\d{1,3}(?:\.\d{3})+,\d+$/.test(body)) return hinted('number_decimal_comma', swapMarks(body));
  // 18,250,00: the last mark was likely meant as the decimal point.
  if (/^\d{1,3}(?:,\d{3})+,\d{1,2}$/.test(body)) {
    return hinted('number_grouping', body.replace(/,(\d{1,2})$/, '.$1'));
  }
  if (/^[\d,]+(?:\.\d*)?$/.test(body)) return hinted('number_grouping', body.replace(/,/g, ''));
  if (/^[\d ,.]+$/.test(body)) return { ok: false, rule: 'number_grouping' };
  const inWords = /^[^\d.,+\-−–]*([\d,.]+)[^\d.,]*$/.exec(body);
  if (inWords && /\d/.test(inWords[1]!)) return hinted('number_with_words', inWords[1]!);
  return { ok: false, rule: 'number_unreadable' };
}

function inSendersMark(refused: ParsedNumber, mark: DecimalMark): ParsedNumber {
  const isOtherMark = mark === 'comma' && !refused.ok && refused.rule === 'number_decimal_comma';
  return isOtherMark ? { ...refused, rule: 'number_decimal_point' } : refused;
}

const GROUPED = /^-?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/;
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;
const SPACES = /[\s\u00a0\u202f\u2009]+/g;
const FORMULA_ERROR = /^#(?:DIV\/0!|REF!|VALUE!|NAME\?|NUM!|NULL!)$/i;
