import { describe, expect, it } from 'vitest';
import { formatNumber } from '#domain/format/number.ts';
import { checkIndex, indexOfParts, type IndexParts } from '#domain/survey/country-index.ts';
import {
  meanStagePercent,
  siteStagePercent,
  STAGE_WEIGHTS,
  weightedStageScore,
  whatIfStages,
  type StagePercents,
} from '#domain/survey/stage-score.ts';

describe('four stages of online service', () => {
  it('the weights sum to 100', () => {
    expect(STAGE_WEIGHTS.reduce<number>((sum, weight) => sum + weight, 0)).toBe(100);
  });

  it.each<[string, StagePercents, string]>([
    ['UN survey 2012', [100, 55, 31, 39], '44.7100'],
    ['KU-INOVA survey 2013', [100, 81, 33, 22], '44.9200'],
    ['stage 2 brought to 100', [100, 100, 31, 39], '55.5100'],
  ])('%s', (_, stages, score) => {
    expect(weightedStageScore(stages)).toBe(score);
  });

  it('both survey rows show 45, neither 56 nor 59', () => {
    const rows: StagePercents[] = [
      [100, 55, 31, 39],
      [100, 81, 33, 22],
    ];
    expect(rows.map((row) => formatNumber(weightedStageScore(row)))).toEqual(['45', '45']);
  });

  it('a site has the items that it meets, a unit the mean of its sites', () => {
    const items = [true, true, false, true].map((isMet) => ({ percent: '25', isMet }));
    expect(siteStagePercent(items)).toBe('75');
    expect(meanStagePercent(['75', '50', '0'])).toBe('41.6667');
    expect(meanStagePercent([])).toBeNull();
  });

  it('what if stage 2 were complete: 55.51, 0.6329, 0.5503', () => {
    const now = {
      stages: [100, 55, 31, 39] as const,
      onlineService: '0.5098',
      infrastructure: '0.2361',
      humanCapital: '0.7819',
    };
    expect(whatIfStages(now, [100, 100, 31, 39])).toEqual({
      weighted: '55.5100',
      onlineService: '0.6329',
      index: '0.5503',
    });
  });
});

describe('country index', () => {
  const thailand: IndexParts = { onlineService: '0.5098', infrastructure: '0.2361', humanCapital: '0.7819' };

  it('is the mean of its parts, and what was printed otherwise is told', () => {
    expect(indexOfParts(thailand, 2012)).toBe('0.50927');
    expect(checkIndex('0.50927', thailand, 2012)).toBeNull();
    expect(checkIndex('0.5083', thailand, 2012)).toEqual({
      rule: 'index_not_from_parts',
      computed: '0.50927',
      difference: '-0.00097',
    });
  });

  it('weighs its parts 0.34, 0.33, 0.33 in 2010', () => {
    expect(indexOfParts({ onlineService: '1', infrastructure: '0', humanCapital: '0' }, 2010)).toBe('0.34000');
    expect(indexOfParts({ onlineService: '1', infrastructure: '0', humanCapital: '0' }, 2012)).toBe('0.33333');
  });

  it('blank parts are named, not taken for zero', () => {
    const malaysia = { ...thailand, onlineService: '0.7908', infrastructure: null, humanCapital: null };
    expect(indexOfParts(malaysia, 2012)).toBeNull();
    expect(checkIndex('0.6703', malaysia, 2012)).toEqual({
      rule: 'index_parts_missing',
      missing: ['infrastructure', 'humanCapital'],
    });
  });

  it('parts all printed zero do not excuse an index', () => {
    const zero = { onlineService: '0', infrastructure: '0', humanCapital: '0' };
    expect(checkIndex('0.2', zero, 2012)?.rule).toBe('index_not_from_parts');
  });
});
