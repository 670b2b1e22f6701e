import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isAboveLine, scoreAgreement, type AgreementPolicy, type ScoredKpi } from '#domain/scoring/agreement-score.ts';
import { bandOf } from '#domain/scoring/bands.ts';
import { checkWeights, isFullWeight } from '#domain/scoring/weights.ts';
import { decimals, Fraction, sumFractions } from '../exact-fraction.ts';

const interim: AgreementPolicy = { roundKind: 'interim', floor: 'one', scheme: 'LEVEL5', basis: 'self_assessed' };
const final: AgreementPolicy = { ...interim, roundKind: 'final' };

const kpi = (code: string, weight: string, score: string | null, more: Partial<ScoredKpi> = {}): ScoredKpi => ({
  code,
  perspective: 'EFF',
  weight,
  score,
  state: score === null ? 'missing' : 'reported',
  isCertified: score !== null,
  ...more,
});

describe('agreement score', () => {
  it('example 4: a missing actual leaves the divisor in interim rounds and scores the floor in the final one', () => {
    const kpis = [kpi('1', '20', '4.0000'), kpi('2', '30', null), kpi('3', '50', '3.5000')];
    expect(scoreAgreement(kpis, interim)).toMatchObject({ score: '3.6429', coverage: '0.7000' });
    expect(scoreAgreement(kpis, final)).toMatchObject({ score: '2.8500', coverage: '1.0000' });
    expect(scoreAgreement(kpis, { ...final, floor: 'zero' }).score).toBe('2.5500');
  });

  it('example 7: weights of 90 divide by 90 and carry a badge', () => {
    const kpis = [kpi('1', '25', '4.0000'), kpi('2', '30', '3.0000'), kpi('3', '35', '5.0000')];
    expect(scoreAgreement(kpis, interim)).toMatchObject({ score: '4.0556', weightsTotalIfNot100: '90.00' });
  });

  it('example 8: a whole agreement with its perspectives, which is not the plain mean', () => {
    const result = scoreAgreement(
      [
        kpi('1.1', '30', '3.3750'),
        kpi('1.2', '30', '4.2000'),
        kpi('2.1', '10', '3.7500', { perspective: 'QUA' }),
        kpi('3.1', '15', '5.0000', { perspective: 'EFI' }),
        kpi('4.1', '15', '1.9000', { perspective: 'ORG' }),
      ],
      final,
    );
    expect(result).toMatchObject({ score: '3.6825', weightsTotalIfNot100: null });
    expect(result.perspectives.map((one) => [one.perspective, one.score, one.weightCounted])).toEqual([
      ['EFF', '3.7875', '60'],
      ['QUA', '3.7500', '10'],
      ['EFI', '5.0000', '15'],
      ['ORG', '1.9000', '15'],
    ]);
    expect(result.contributions[0]).toEqual({ code: '1.1', score: '3.3750', points: '1.0125', lost: '0.4875' });
  });

  const peers = [
    kpi('1', '20', '3.5000'),
    kpi('2', '30', '3.5000'),
    kpi('3', '25', '4.0000'),
    kpi('4', '15', '1.0000'),
    kpi('5', '10', null),
  ];

  it('TH-11 to TH-13: excluded, scored one, scored zero', () => {
    expect(scoreAgreement(peers, interim).score).toBe('3.2222');
    expect(scoreAgreement(peers, final).score).toBe('3.0000');
    expect(scoreAgreement(peers, { ...final, floor: 'zero' }).score).toBe('2.9000');
  });

  it('TH-12: exactly 3.00 is not above the incentive line', () => {
    expect([isAboveLine('3.0000'), isAboveLine('3.0001'), isAboveLine(null)]).toEqual([false, true, false]);
  });

  it('TH-14: the total is rounded once, not summed from rounded parts', () => {
    const { score, contributions } = scoreAgreement(peers, interim);
    expect(contributions.map((one) => one.points)).toEqual(['0.7778', '1.1667', '1.1111', '0.1667']);
    expect(score).toBe('3.2222');
  });

  it('a KPI that starts later, and a cancelled one, lower neither score nor coverage', () => {
    const later = [kpi('1', '60', '4.0000'), kpi('2', '40', null, { state: 'not_due' })];
    expect(scoreAgreement(later, interim)).toMatchObject({ score: '4.0000', coverage: '1.0000', weightDue: '60' });
    const cancelled = [kpi('1', '60', '4.0000'), kpi('2', '40', '1.0000', { state: 'cancelled' })];
    expect(scoreAgreement(cancelled, final)).toMatchObject({ score: '4.0000', weightsTotalIfNot100: '60.00' });
  });

  it('what is reported but not certified counts as self-assessed only', () => {
    const kpis = [kpi('1', '50', '4.0000'), kpi('2', '50', '2.0000', { isCertified: false })];
    expect(scoreAgreement(kpis, final)).toMatchObject({ score: '3.0000', coverage: '1.0000' });
    expect(scoreAgreement(kpis, { ...final, basis: 'certified' })).toMatchObject({
      score: '4.0000',
      coverage: '0.5000',
    });
  });

  it('a withheld KPI keeps its weight with the certified score', () => {
    const kpis = [kpi('1', '50', '4.0000'), kpi('2', '50', '5.0000', { state: 'withheld' })];
    expect(scoreAgreement(kpis, { ...final, basis: 'certified' }).score).toBe('4.5000');
  });

  it('nothing reported is no score, not zero', () => {
    expect(scoreAgreement([kpi('1', '100', null)], interim)).toMatchObject({ score: null, coverage: '0.0000' });
    expect(scoreAgreement([], interim)).toMatchObject({ score: null, coverage: null });
  });

  it('equals the exact fraction at four decimals in 10,000 random agreements', () => {
    const score = fc.integer({ min: 10_000, max: 50_000 }).map((units) => (units / 10_000).toFixed(4));
    const drawn = fc.record({ weight: decimals(0, 60, 3), score: fc.option(score, { freq: 4 }) });
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 15 }), fc.boolean(), (rows, isFinal) => {
        const counted = rows
          .map((row) => ({ weight: Fraction.of(row.weight), score: row.score ?? (isFinal ? '1.0000' : null) }))
          .filter((row): row is { weight: Fraction; score: string } => row.score !== null);
        const weight = sumFractions(counted.map((row) => row.weight));
        const weighted = sumFractions(counted.map((row) => row.weight.times(Fraction.of(row.score))));
        const result = scoreAgreement(
          rows.map((row, index) => kpi(String(index), row.weight, row.score)),
          isFinal ? final : interim,
        );
        expect(result.score).toBe(weight.num === 0n ? null : weighted.over(weight).toFixed(4));
      }),
      { numRuns: 10_000 },
    );
  });
});

describe('weights', () => {
  const top = (...weights: string[]) =>
    weights.map((weight, index) => ({ code: `${index}`, parentCode: null, weight }));

  it.each([
    ['100', true],
    ['99.996', true],
    ['100.0049', true],
    ['99.995', false],
    ['100.005', false],
    ['101', false],
  ])('a sum of %s may be signed: %s', (total, maySign) => {
    expect(isFullWeight(total)).toBe(maySign);
    expect(checkWeights(top(total))).toHaveLength(maySign ? 0 : 1);
  });

  it('TH-15: weights of 101 cannot be signed', () => {
    expect(checkWeights(top('20', '30', '25', '15', '11'))).toEqual([{ rule: 'weights_not_100', total: '101.00' }]);
  });

  it('sub-KPIs sum to their parent, and no weight is negative', () => {
    const kpis = [
      { code: '1', parentCode: null, weight: '100' },
      { code: '1.1', parentCode: '1', weight: '110' },
      { code: '1.2', parentCode: '1', weight: '-5' },
    ];
    expect(checkWeights(kpis)).toEqual([
      { rule: 'weight_negative', code: '1.2' },
      { rule: 'sub_weights_not_parent', code: '1', total: '105.00', weight: '100' },
    ]);
  });
});

it.each([
  ['1.4999', 1],
  ['1.5000', 2],
  ['2.5000', 3],
  ['3.4999', 3],
  ['4.4999', 4],
  ['4.5000', 5],
  [null, 0],
])('score %s lies in band %i', (score, band) => {
  expect(bandOf(score)).toBe(band);
});
