import type { DecimalText } from './decimal.ts';

/**
 * numerator × scale / denominator, rounded half up to as many decimals as Postgres gives a quotient of `numeric`: sixteen
 * significant digits at least, and no fewer decimals than the parts have. So a ratio is the same wherever it is computed.
 * Null where the denominator is zero. Whole numbers instead of decimal.js: this runs over millions of records.
 */
export function quotientOf(numerator: DecimalText, scale: DecimalText, denominator: DecimalText): DecimalText | null {
  const short = numerator.length < SHORT && denominator.length < SHORT && scale.length < SHORT;
  return (short && quotientOfCounts(numerator, scale, denominator)) || exactQuotientOf(numerator, scale, denominator);
}

const SIGNIFICANT = 16;
/** Postgres keeps four decimal digits in one of its own. */
const DIGITS = 4;
const CHUNK = 10 ** DIGITS;
const SHORT = 8;
/** What four digits are written as. */
const WRITTEN = Array.from({ length: CHUNK }, (_, digits) => String(digits).padStart(DIGITS, '0'));

/** The same of counts, which most ratios are of: doubles hold every step exactly. Null where they are none, or the last step carries. */
function quotientOfCounts(numerator: string, scale: string, denominator: string): DecimalText | null {
  if (!isCount(numerator) || !isCount(denominator) || !isCount(scale)) return null;
  const [above, below] = [Number(numerator) * Number(scale), Number(denominator)];
  if (below === 0 || above > Number.MAX_SAFE_INTEGER) return null;
  const weight = weightOf(above) - weightOf(below);
  const firstAbove = above === 0 ? 0 : Math.floor(above / CHUNK ** weightOf(above));
  const isLess = firstAbove <= Math.floor(below / CHUNK ** weightOf(below));
  const steps = SIGNIFICANT / DIGITS - (weight - (isLess ? 1 : 0));
  let text = `${Math.floor(above / below)}.`;
  let rest = above % below;
  for (let step = 1; step <= steps; step++) {
    let digits = Math.floor((rest * CHUNK) / below);
    rest = rest * CHUNK - digits * below;
    if (step === steps && rest * 2 >= below) digits++;
    if (digits === CHUNK) return null;
    text += WRITTEN[digits]!;
  }
  return steps > 0 ? text : null;
}

const isCount = (number: DecimalText): boolean => !number.includes('.') && !number.startsWith('-');

/** The power of 10,000 that a whole number's first digit of the server's stands at. */
function weightOf(count: number): number {
  let weight = 0;
  for (let rest = count; rest >= CHUNK; rest /= CHUNK) weight++;
  return weight;
}

function exactQuotientOf(numerator: DecimalText, scale: DecimalText, denominator: DecimalText): DecimalText | null {
  const above = multiply(toWhole(numerator), toWhole(scale));
  const below = toWhole(denominator);
  if (below.whole === 0n) return null;
  const places = placesOf(above, below);
  const dividend = abs(above.whole) * powerOfTen(Math.max(0, places + below.places - above.places));
  const divisor = abs(below.whole) * powerOfTen(Math.max(0, above.places - places - below.places));
  const rounded = (dividend * 2n + divisor) / (divisor * 2n);
  return toText({ whole: above.whole < 0n === below.whole < 0n ? rounded : -rounded, places });
}

/** a × b, exact. */
export function productOf(a: DecimalText, b: DecimalText): DecimalText {
  return toText(multiply(toWhole(a), toWhole(b)));
}

/** A decimal number as a whole number of so many places: 12.50 is 1250 of 2. */
type Whole = { whole: bigint; places: number };

function toWhole(text: DecimalText): Whole {
  const point = text.indexOf('.');
  if (point < 0) return { whole: BigInt(text), places: 0 };
  return { whole: BigInt(text.slice(0, point) + text.slice(point + 1)), places: text.length - point - 1 };
}

const multiply = (a: Whole, b: Whole): Whole => ({ whole: a.whole * b.whole, places: a.places + b.places });
const abs = (whole: bigint): bigint => (whole < 0n ? -whole : whole);

const POWERS = Array.from({ length: 64 }, (_, power) => 10n ** BigInt(power));
const powerOfTen = (power: number): bigint => POWERS[power] ?? 10n ** BigInt(power);

/** The server's rule (select_div_scale of its numeric.c): from where the first digit of the quotient is expected. */
function placesOf(above: Whole, below: Whole): number {
  const [a, b] = [firstDigitOf(above), firstDigitOf(below)];
  const weight = a.weight - b.weight - (a.digit <= b.digit ? 1 : 0);
  return Math.min(1000, Math.max(SIGNIFICANT - weight * DIGITS, above.places, below.places, 0));
}

/** The first of the server's digits (0–9999) that is not zero, and the power of 10,000 that it stands at. */
function firstDigitOf({ whole, places }: Whole): { digit: number; weight: number } {
  if (whole === 0n) return { digit: 0, weight: 0 };
  const digits = abs(whole).toString();
  const exponent = digits.length - places - 1;
  const weight = Math.floor(exponent / DIGITS);
  const length = exponent - weight * DIGITS + 1;
  return { digit: Number(digits.slice(0, length).padEnd(length, '0')), weight };
}

function toText({ whole, places }: Whole): DecimalText {
  const digits = abs(whole)
    .toString()
    .padStart(places + 1, '0');
  const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return whole < 0n ? `-${text}` : text;
}
