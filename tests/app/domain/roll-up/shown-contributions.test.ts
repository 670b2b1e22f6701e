import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOf } from '#domain/numbers/decimal.ts';
import { leadingParts, shownContributions } from '#domain/roll-up/shown-contributions.ts';

const mean = (code: string, from: string | null, to: string | null) => ({
  code,
  from: from === null ? null : { num: from, den: '1' },
  to: to === null ? null : { num: to, den: '1' },
});
const weighted = (code: string, weight: number, from: number, to: number) => ({
  code,
  from: { num: String((weight * from) / 10_000), den: String(weight) },
  to: { num: String((weight * to) / 10_000), den: String(weight) },
});

describe('contributions as shown', () => {
  it('sum to the difference of the two totals shown, not to the rounded exact difference', () => {
    // 3.6749 → 3.67 and 3.5451 → 3.55: shown 0.12, though the exact change 0.1298 rounds to 0.13.
    const result = shownContributions([mean('a', '3.5451', '3.6749')], 1, 2)!;
    expect(result).toMatchObject({ from: '3.55', to: '3.67', change: '0.12' });
    expect(result.parts[0]!.part).toBe('0.12');
  });

  it('sum exactly for any weights and scores', () => {
    const kpi = fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 10_000, max: 50_000 }),
      fc.integer({ min: 10_000, max: 50_000 }),
    );
    fc.assert(
      fc.property(fc.array(kpi, { minLength: 1, maxLength: 14 }), (kpis) => {
        const result = shownContributions(
          kpis.map(([weight, from, to], index) => weighted(`k${index}`, weight, from, to)),
          1,
          2,
        )!;
        expect(sumOf(result.parts.map(({ part }) => part)).toFixed(2)).toBe(result.change.replace('-0.00', '0.00'));
        for (const { part, rate, mix } of result.parts)
          expect(sumOf([rate, mix]).toFixed(2)).toBe(sumOf([part]).toFixed(2));
      }),
      { numRuns: 500 },
    );
  });

  it('call it mix, not rate, when the total rises although no child got better', () => {
    // A 90 of 100 then 340 of 400; B 10 of 900 then 6 of 600: both fell, the total rose from 10.00 to 34.60.
    const result = shownContributions(
      [
        { code: 'A', from: { num: '90', den: '100' }, to: { num: '340', den: '400' } },
        { code: 'B', from: { num: '10', den: '900' }, to: { num: '6', den: '600' } },
      ],
      100,
      2,
    )!;
    expect(result).toMatchObject({ from: '10.00', to: '34.60', change: '24.60' });
    for (const part of result.parts) expect(Number(part.rate)).toBeLessThan(0);
    expect(sumOf(result.parts.map(({ mix }) => mix)).gt(24.6)).toBe(true);
  });

  it('count a child that came as mix', () => {
    const result = shownContributions([mean('a', '3.00', '3.00'), mean('b', null, '5.00')], 1, 2)!;
    expect(result.change).toBe('1.00');
    expect(result.parts.every(({ rate }) => rate === '0.00')).toBe(true);
  });

  it('are none while a side has no figure', () => {
    expect(shownContributions([mean('a', null, '3.00')], 1, 2)).toBeNull();
    expect(shownContributions([], 1, 2)).toBeNull();
  });
});

describe('leading parts', () => {
  it('are those that did most, also where they are shown with the same decimals', () => {
    const scores = ['3.00', '3.00', '3.00', '3.00'];
    const later = ['3.02', '3.06', '2.97', '3.05'];
    const { parts } = shownContributions(
      scores.map((from, index) => mean(`m${index}`, from, later[index]!)),
      1,
      2,
    )!;
    expect(parts.map(({ part }) => part)).toEqual(['0.01', '0.02', '-0.01', '0.01']);
    expect(leadingParts(parts, 2).leading.map(({ code }) => code)).toEqual(['m1', 'm3']);
  });

  it('are the largest either way, and the rest is one sum', () => {
    const parts = ['0.05', '-0.30', '0.00', '0.10', '-0.02'].map((part, index) => ({ code: `k${index}`, part }));
    expect(leadingParts(parts, 2)).toEqual({
      leading: [parts[1], parts[3]],
      rest: { count: 2, part: '0.03' },
    });
  });
});
