import { describe, expect, it } from 'vitest';
import { forecastYearEnd, type YearHistory } from '#domain/forecast/year-end.ts';

const year = (fiscalYear: number, points: Record<number, string>): YearHistory => ({
  fiscalYear,
  points: Object.entries(points).map(([at, value]) => ({ at: Number(at), value })),
});
const spending = { lastStep: 12, shape: 'proportion' } as const;

describe('year-end forecast', () => {
  const past = [year(2568, { 1: '4', 3: '20', 12: '90' }), year(2569, { 1: '5', 3: '25', 12: '100' })];

  it('scales where the year stands by the way past years went, and spans their errors', () => {
    expect(forecastYearEnd(past, year(2570, { 1: '6', 3: '24' }), spending)).toEqual({
      ok: true,
      value: '102.0000', // 24 × (4.5 + 4) / 2
      low: '89.5000', // 2569 told from 2568: 25 × 4.5 = 112.5, off by 12.5
      high: '114.5000',
      fromYears: [2568, 2569],
    });
  });

  it('scores move by difference and stay on their scale', () => {
    const scores = [year(2568, { 6: '3', 9: '3.2', 12: '3.8' }), year(2569, { 6: '3.4', 9: '3.5', 12: '4' })];
    const settings = { lastStep: 12, shape: 'difference', least: '1', most: '5', leastPoints: 1 } as const;
    expect(forecastYearEnd(scores, year(2570, { 6: '4.6' }), settings)).toMatchObject({
      value: '5.0000',
      low: '5.0000',
    });
    expect(forecastYearEnd(scores, year(2570, { 6: '3.1' }), settings)).toMatchObject({
      value: '3.8000',
      low: '3.6000',
      high: '4.0000',
    });
  });

  it.each([
    ['history_too_short', [past[0]!], year(2570, { 1: '6', 3: '24' })],
    ['history_too_short', [past[0]!, year(2569, { 1: '5', 3: '25' })], year(2570, { 1: '6', 3: '24' })],
    ['too_few_points', past, year(2570, { 1: '6' })],
    ['too_few_points', past, year(2570, {})],
    ['no_seasonal_shape', past, year(2570, { 1: '6', 2: '9' })],
    ['no_seasonal_shape', [past[0]!, year(2569, { 3: '0', 12: '100' })], year(2570, { 1: '6', 3: '24' })],
  ])('is withheld with the reason %s', (reason, history, running) => {
    expect(forecastYearEnd(history, running, spending)).toEqual({ ok: false, reason });
  });
});
