import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreMilestones, type MilestoneStep } from '#domain/scoring/milestones.ts';
import { checkThresholds, scoreOnScale } from '#domain/scoring/scale.ts';
import { scaleOf, toFivePoints, type Floor } from '#domain/scoring/schemes.ts';
import { checkMethod, scoreKpi, scoreLevel5 } from '#domain/scoring/score.ts';
import { decimals, Fraction } from '../exact-fraction.ts';

describe('scores of five levels', () => {
  it.each<[string, number[], string, Floor, string]>([
    ['example 1, higher is better', [84, 88, 92, 96, 100], '93.5', 'one', '3.3750'],
    ['example 2, lower is better', [30, 26, 22, 18, 14], '19', 'one', '3.7500'],
    ['example 3, above the range', [60, 65, 70, 75, 80], '91', 'one', '5.0000'],
    ['example 3, below the range', [60, 65, 70, 75, 80], '52', 'one', '1.0000'],
    ['example 3, floor zero', [60, 65, 70, 75, 80], '58', 'zero', '0.6000'],
    ['example 3, floor zero far below', [60, 65, 70, 75, 80], '52', 'zero', '0.0000'],
    ['example 5, tie goes to the highest', [80, 90, 90, 95, 100], '90', 'one', '3.0000'],
    ['example 5, below the tie', [80, 90, 90, 95, 100], '89', 'one', '1.9000'],
    ['example 5, above the tie', [80, 90, 90, 95, 100], '92.5', 'one', '3.5000'],
    ['example 5, below all', [80, 90, 90, 95, 100], '79', 'one', '1.0000'],
    ['example 5, falling twin at 30', [30, 30, 20, 20, 10], '30', 'one', '2.0000'],
    ['example 5, falling twin at 25', [30, 30, 20, 20, 10], '25', 'one', '2.5000'],
    ['example 5, falling twin jumps at 20', [30, 30, 20, 20, 10], '20', 'one', '4.0000'],
    ['example 5, falling twin at 31', [30, 30, 20, 20, 10], '31', 'one', '1.0000'],
    ['example 5, all equal and met', [100, 100, 100, 100, 100], '100', 'one', '5.0000'],
    ['example 5, all equal and not met', [100, 100, 100, 100, 100], '99.9', 'one', '1.0000'],
    ['example 5, all equal, floor zero', [100, 100, 100, 100, 100], '99.9', 'zero', '0.0000'],
    ['TH-1', [60, 65, 70, 75, 80], '72.5', 'one', '3.5000'],
    ['TH-2', [20, 18, 16, 14, 12], '15', 'one', '3.5000'],
    ['TH-3', [70, 75, 80, 85, 90], '64', 'one', '1.0000'],
    ['TH-4', [60, 65, 70, 75, 80], '80.01', 'one', '5.0000'],
    ['TH-5', [10, 20, 40, 70, 100], '55', 'one', '3.5000'],
    ['TH-6', [0, 3, 6, 9, 12], '7', 'one', '3.3333'],
    ['TH-7', [60, 65, 70, 75, 80], '60', 'one', '1.0000'],
    ['flat first step, floor zero', [60, 60, 70, 75, 80], '55', 'zero', '0.5000'],
    ['half-up at the fourth decimal', [0, 10000, 20000, 30000, 40000], '10000.5', 'one', '2.0001'],
  ])('%s', (_, thresholds, actual, floor, score) => {
    expect(scoreLevel5(thresholds, actual, floor)).toBe(score);
  });

  it('TH-9: without a result there is no score, neither 0 nor 1', () => {
    expect(scoreLevel5([1, 2, 3, 4, 5], null)).toBeNull();
    expect(scoreKpi({ kind: 'yes_no' }, null)).toBeNull();
  });

  it.each([
    ['rising', [1, 2, 3, 4, 5], null],
    ['equal neighbours', [60, 65, 65, 75, 80], null],
    ['falling', [5, 4, 3, 2, 1], null],
    ['bumpy', [60, 70, 65, 75, 80], 'thresholds_not_monotone'],
    ['bumpy with equal ends', [80, 90, 70, 60, 80], 'thresholds_not_monotone'],
    ['four', [1, 2, 3, 4], 'thresholds_count'],
  ])('thresholds that are %s are told when the KPI is saved', (_, thresholds, rule) => {
    expect(checkThresholds(thresholds)).toBe(rule);
    if (rule) expect(() => scoreLevel5(thresholds, 1)).toThrow(rule);
  });

  it('equals the exact fraction at four decimals in 12,000 random cases', () => {
    const value = decimals(-1000, 1000);
    fc.assert(
      fc.property(
        fc.array(value, { minLength: 5, maxLength: 5 }),
        value,
        fc.boolean(),
        fc.nat(5),
        fc.constantFrom<Floor>('one', 'zero'),
        (drawn, free, isFalling, onThreshold, floor) => {
          const rising = [...drawn].sort((left, right) => Fraction.of(left).compare(Fraction.of(right)));
          const thresholds = isFalling ? rising.reverse() : rising;
          const actual = thresholds[onThreshold] ?? free; // often exactly on a threshold
          expect(scoreLevel5(thresholds, actual, floor)).toBe(exactScore(thresholds, actual, floor));
        },
      ),
      { numRuns: 12_000 },
    );
  });

  it('never leaves its bounds and never falls as the result gets better', () => {
    fc.assert(
      fc.property(decimals(-50, 150), decimals(-50, 150), (one, other) => {
        const [worse, better] = Fraction.of(one).compare(Fraction.of(other)) <= 0 ? [one, other] : [other, one];
        const scores = [worse, better].map((actual) => Number(scoreLevel5([0, 20, 20, 80, 100], actual, 'zero')));
        expect(scores[0]).toBeLessThanOrEqual(scores[1]!);
        expect(scores.every((score) => score >= 0 && score <= 5)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });
});

/** The rule of the domain told again in fractions, written apart from the product. */
function exactScore(thresholds: readonly string[], actual: string, floor: Floor): string {
  let t = thresholds.map(Fraction.of);
  let x = Fraction.of(actual);
  if (t[4]!.compare(t[0]!) < 0) {
    t = t.map((one) => new Fraction(-one.num, one.den));
    x = new Fraction(-x.num, x.den);
  }
  let met = 0;
  for (let level = 1; level <= 5; level += 1) if (x.compare(t[level - 1]!) >= 0) met = level;
  if (met === 5) return '5.0000';
  if (met > 0) {
    const part = x.minus(t[met - 1]!).over(t[met]!.minus(t[met - 1]!));
    return new Fraction(BigInt(met)).plus(part).toFixed(4);
  }
  if (floor === 'one') return '1.0000';
  const widths = [1, 2, 3, 4].map((index) => t[index]!.minus(t[index - 1]!)).filter((width) => width.num > 0n);
  if (widths.length === 0) return '0.0000';
  const fallen = new Fraction(1n).minus(t[0]!.minus(x).over(widths[0]!));
  return fallen.num < 0n ? '0.0000' : fallen.toFixed(4);
}

describe('points of 100', () => {
  it.each([
    [[70, 80, 90], '84', '85.0000'],
    [[70, 80, 90], '73', '57.5000'],
    [[70, 80, 90], '69', '0.0000'],
    [[60, 70, 80], '75', '87.5000'],
    [[60, 70, 80], '59.9', '0.0000'],
    [[60, 70, 80], '60', '50.0000'],
    [[90, 80, 70], '76', '85.0000'],
    [[60, 70, 80], '99', '100.0000'],
  ])('TH-20 to TH-22: at %j a result of %s scores %s', (thresholds, actual, points) => {
    expect(scoreOnScale(scaleOf('POINT100'), thresholds, actual)).toBe(points);
  });

  it.each([
    ['83.4', '4.1700'],
    ['85', '4.2500'],
  ])('TH-19: %s points show as %s of 5', (percent, five) => {
    expect(toFivePoints(percent)).toBe(five);
  });

  it.each([
    ['TH-16', '12', '4.0000'],
    ['TH-17', '20', '0.0000'],
    ['TH-18', '10', '5.0000'],
    ['worse than the worst', '25', '0.0000'],
  ])('%s: a scale of two points scores a deviation of %s as %s', (_, deviation, score) => {
    const scale = { points: ['0', '5'], below: { fixed: '0' }, isInterpolated: true };
    expect(scoreOnScale(scale, [20, 10], deviation)).toBe(score);
  });

  it('a scale without interpolation gives whole steps', () => {
    expect(scoreOnScale({ ...scaleOf('POINT100'), isInterpolated: false }, [60, 70, 80], '79.99')).toBe('75.0000');
  });
});

describe('milestones', () => {
  const steps = (...percents: number[]): MilestoneStep[] => percents.map((percent) => ({ percent: String(percent) }));

  it.each([
    ['sequential', steps(100, 100, 100, 40, 0), 'one', '3.0000'],
    ['part_credit', steps(100, 100, 100, 40, 0), 'one', '3.4000'],
    ['sequential', steps(100, 100, 0, 100, 0), 'one', '2.0000'],
    ['counting', steps(100, 100, 0, 100, 0), 'one', '3.0000'],
    ['sequential', steps(0, 0, 0, 0, 0), 'one', '1.0000'],
    ['sequential', steps(0, 0, 0, 0, 0), 'zero', '0.0000'],
    ['part_credit', steps(40, 0, 0, 0, 0), 'zero', '0.4000'],
    ['part_credit', steps(40, 0, 0, 0, 0), 'one', '1.0000'],
    ['sequential', steps(100, 100, 100, 100, 100), 'one', '5.0000'],
  ] as const)('example 6, %s', (mode, given, floor, score) => {
    expect(scoreMilestones(given, '2026-09-30', mode, floor)).toBe(score);
  });

  it('a step finished in July does not count in the nine-month round', () => {
    const given = [...steps(100, 100), { percent: '100', finishedOn: '2026-07-05' }, ...steps(0, 0)];
    expect(scoreMilestones(given, '2026-06-30')).toBe('2.0000');
    expect(scoreMilestones(given, '2026-06-30', 'part_credit')).toBe('2.0000');
    expect(scoreMilestones(given, '2026-09-30')).toBe('3.0000');
  });

  it('TH-8: four of five done is 4.0000, and a half step is nothing without part credit', () => {
    expect(scoreKpi({ kind: 'milestone', hasPartCredit: false }, '4')).toBe('4.0000');
    expect(scoreKpi({ kind: 'milestone', hasPartCredit: false }, '3.9')).toBe('3.0000');
    expect(scoreKpi({ kind: 'milestone', hasPartCredit: true }, '3.9')).toBe('3.9000');
  });
});

describe('other kinds of KPI', () => {
  it('yes is five, no is the floor', () => {
    expect(scoreKpi({ kind: 'yes_no' }, '1')).toBe('5.0000');
    expect(scoreKpi({ kind: 'yes_no' }, '0')).toBe('1.0000');
    expect(scoreKpi({ kind: 'yes_no' }, '0', 'zero')).toBe('0.0000');
  });

  it('closest to target scores the distance to either side alike', () => {
    const method = { kind: 'closest', target: '100', thresholds: ['20', '15', '10', '5', '0'] } as const;
    expect(checkMethod(method)).toBeNull();
    expect(['92.5', '107.5', '100', '130'].map((actual) => scoreKpi(method, actual))).toEqual([
      '3.5000',
      '3.5000',
      '5.0000',
      '1.0000',
    ]);
    expect(checkMethod({ ...method, thresholds: ['0', '5', '10', '15', '20'] })).toBe('thresholds_not_falling');
  });
});
