import { describe, expect, it } from 'vitest';
import { DATA_STATES, dataStateOf, STATE_EFFECT, type Expectation } from '#domain/status/data-state.ts';
import { expectedReports } from '#domain/status/expected-reports.ts';
import { toFreshness } from '#domain/status/freshness.ts';
import { isOnTime, toPunctuality, type ReportRecord } from '#domain/status/punctuality.ts';

describe('the seven states of a figure', () => {
  const due: Expectation = {
    isApplicable: true,
    isWithheld: false,
    isRejected: false,
    value: null,
    dueOn: '2026-11-15',
  };

  it.each<[string, Partial<Expectation>, string, string]>([
    ['a value', { value: '12.5' }, '2026-11-20', 'reported'],
    ['a zero is a report', { value: '0.00' }, '2026-11-20', 'zero'],
    ['the due day itself', {}, '2026-11-15', 'not_due'],
    ['the day after', {}, '2026-11-16', 'missing'],
    ['sent and refused', { isRejected: true }, '2026-11-10', 'rejected'],
    ['refused later, the good one stands', { isRejected: true, value: '3' }, '2026-11-20', 'reported'],
    ['withheld hides whether it came', { isWithheld: true, value: '3' }, '2026-11-20', 'withheld'],
    ['not the unit’s concern', { isApplicable: false, isWithheld: true }, '2026-11-20', 'not_applicable'],
  ])('%s', (_, more, asOf, state) => {
    expect(dataStateOf({ ...due, ...more }, asOf)).toBe(state);
  });

  it('only reports enter sums, and only what is owed is expected', () => {
    expect(DATA_STATES.filter((state) => STATE_EFFECT[state].isInSum)).toEqual(['reported', 'zero']);
    expect(DATA_STATES.filter((state) => STATE_EFFECT[state].isExpected)).toEqual([
      'reported',
      'zero',
      'missing',
      'rejected',
    ]);
  });
});

describe('completeness and timeliness', () => {
  const report = (state: ReportRecord['state'], receivedAt: string | null = null, weight?: string): ReportRecord => ({
    state,
    receivedAt,
    dueOn: '2027-03-31',
    ...(weight && { weight }),
  });

  it('DH-1: nine of twelve complete, seven on time', () => {
    const reports = [
      ...Array.from({ length: 7 }, () => report('reported', '2027-03-31T16:59:59Z')),
      ...Array.from({ length: 2 }, () => report('zero', '2027-03-31T17:00:00Z')),
      report('missing'),
      report('missing'),
      report('rejected'),
      report('withheld'),
      report('not_due'),
    ];
    const { completeness, timeliness } = toPunctuality(reports);
    expect(completeness).toMatchObject({ received: '9', expected: '12', share: '0.7500' });
    expect(timeliness.share).toBe('0.5833');
  });

  it('DH-2: where nothing is expected there is no share', () => {
    expect(toPunctuality([report('not_due')]).completeness.share).toBeNull();
  });

  it('KPIs may count by weight', () => {
    const reports = [report('reported', '2027-03-01T00:00:00Z', '30'), report('missing', null, '10')];
    expect(toPunctuality(reports).completeness.share).toBe('0.7500');
  });

  it('31 March is over at 24:00 in Bangkok', () => {
    expect(isOnTime({ receivedAt: '2027-03-31T16:59:59.999Z', dueOn: '2027-03-31' })).toBe(true);
    expect(isOnTime({ receivedAt: '2027-03-31T17:00:00Z', dueOn: '2027-03-31' })).toBe(false);
    expect(isOnTime({ receivedAt: null, dueOn: '2027-03-31' })).toBe(false);
  });
});

describe('freshness', () => {
  it.each([
    ['day', '2026-11-18', 2, false],
    ['day', '2026-11-17', 3, true],
    ['week', '2026-11-10', 10, false],
    ['month', '2026-10-06', 45, false],
    ['month', '2026-10-05', 46, true],
    ['quarter', '2026-07-22', 121, true],
    ['month', '2026-11-30', 0, false],
    ['day', null, null, true],
  ] as const)(
    '%s data whose newest period ended %s are %s days old, stale: %s',
    (frequency, endsOn, ageDays, isStale) => {
      expect(toFreshness(endsOn, frequency, '2026-11-20')).toEqual({ ageDays, isStale });
    },
  );
});

describe('expected reports', () => {
  const duty = { unitCode: '03002', indicatorCode: 'BUD-01' } as const;

  it('a monthly duty owes twelve reports a year, due after its lag', () => {
    const reports = expectedReports({ ...duty, frequency: 'month', lagDays: 10 }, 2570);
    expect(reports).toHaveLength(12);
    expect([reports[0]?.period.code, reports[0]?.dueOn]).toEqual(['2569-10', '2026-11-10']);
    expect([reports[11]?.period.code, reports[11]?.dueOn]).toEqual(['2570-09', '2027-10-10']);
  });

  it('a duty that begins in January owes no report for the months before', () => {
    const reports = expectedReports({ ...duty, frequency: 'quarter', startsOn: '2027-01-01' }, 2570);
    expect(reports.map((report) => [report.period.code, report.dueOn])).toEqual([
      ['2570-Q2', '2027-04-30'],
      ['2570-Q3', '2027-07-30'],
      ['2570-Q4', '2027-10-30'],
    ]);
  });

  it('a duty that ends in March owes nothing after', () => {
    const reports = expectedReports({ ...duty, frequency: 'round', endsOn: '2027-03-31' }, 2570);
    expect(reports.map((report) => [report.period.code, report.dueOn])).toEqual([['2570-R6', '2027-04-30']]);
  });
});
