import fc from 'fast-check';

/** An exact fraction of whole numbers: the oracle that decimal arithmetic is held against. */
export class Fraction {
  readonly num: bigint;
  readonly den: bigint;

  constructor(num: bigint, den = 1n) {
    if (den === 0n) throw new RangeError('zero denominator');
    const sign = den < 0n ? -1n : 1n;
    this.num = num * sign;
    this.den = den * sign;
  }

  static of(text: string): Fraction {
    const [whole = '', fraction = ''] = text.replace('-', '').split('.');
    const num = BigInt(whole + fraction);
    return new Fraction(text.startsWith('-') ? -num : num, 10n ** BigInt(fraction.length));
  }

  plus(other: Fraction): Fraction {
    return new Fraction(this.num * other.den + other.num * this.den, this.den * other.den);
  }
  minus(other: Fraction): Fraction {
    return this.plus(new Fraction(-other.num, other.den));
  }
  times(other: Fraction): Fraction {
    return new Fraction(this.num * other.num, this.den * other.den);
  }
  over(other: Fraction): Fraction {
    return new Fraction(this.num * other.den, this.den * other.num);
  }
  compare(other: Fraction): number {
    const difference = this.num * other.den - other.num * this.den;
    return difference < 0n ? -1 : difference > 0n ? 1 : 0;
  }

  /** Half away from zero, with exactly so many decimals. */
  toFixed(places: number): string {
    const scale = 10n ** BigInt(places);
    const size = this.num < 0n ? -this.num : this.num;
    const rounded = (2n * size * scale + this.den) / (2n * this.den);
    const digits = rounded.toString().padStart(places + 1, '0');
    const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
    return this.num < 0n && rounded !== 0n ? `-${text}` : text;
  }
}

export const sumFractions = (values: readonly Fraction[]): Fraction =>
  values.reduce((sum, value) => sum.plus(value), new Fraction(0n));

/** Decimal texts of mixed scale, many of them close to a rounding edge. */
export function decimals(min: number, max: number, mostPlaces = 6): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: mostPlaces }).chain((places) =>
    fc.bigInt({ min: BigInt(min) * 10n ** BigInt(places), max: BigInt(max) * 10n ** BigInt(places) }).map((units) => {
      const digits = (units < 0n ? -units : units).toString().padStart(places + 1, '0');
      const text = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
      return units < 0n ? `-${text}` : text;
    }),
  );
}
