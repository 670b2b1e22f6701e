import { describe, expect, it } from 'vitest';
import { toTacticalQuery } from '#app/dashboards/tactical/tactical-query.ts';

const read = (query: string) => toTacticalQuery(new URL(`http://suite.test/tactical${query}`));
const DEFAULT = { show: 'rank', by: 'month', pair: [], page: null };

describe('the query of the comparison', () => {
  it('ranks by score against the round before where the URL says nothing', () => {
    expect(read('')).toEqual(DEFAULT);
  });

  it('reads a round to compare with', () => {
    expect(read('?compare=2568-12')).toEqual({ ...DEFAULT, compare: { fiscalYear: 2568, round: 12 } });
  });

  it('reads one unit or two, as one parameter or as the form sends them', () => {
    expect(read('?show=trend&compare=03003,03004').pair).toEqual(['03003', '03004']);
    expect(read('?show=trend&compare=03003&compare=').pair).toEqual(['03003']);
    expect(read('?show=trend&compare=03003&compare=03004').pair).toEqual(['03003', '03004']);
  });

  it('counts nonsense as absent', () => {
    expect(read("?show=pie&compare='--&order=up&page=0&by=day&check=all&indicator=a b")).toEqual(DEFAULT);
    expect(read('?compare=2568-7')).toEqual({ ...DEFAULT, pair: ['2568-7'] });
  });
});
