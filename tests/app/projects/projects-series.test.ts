import { describe, expect, it } from 'vitest';
import { toFormat } from '#app/components/format.ts';
import { negated, toAxis, toCostLabel, toShareLabel } from '#app/projects/projects-series.ts';
import { buildProjectRow } from '#tests/build/projects-view.ts';

const format = toFormat('th', (text) => text);

describe('rows of projects', () => {
  it('share one axis from the first start to the last end', () => {
    const rows = [
      buildProjectRow({ plannedStartOn: '2025-01-01', plannedEndOn: '2025-06-01', forecastEndOn: null }),
      buildProjectRow({ plannedStartOn: '2024-10-01', plannedEndOn: '2025-03-01', forecastEndOn: '2026-02-01' }),
      buildProjectRow({ plannedStartOn: null }),
    ];
    expect(toAxis(rows)).toEqual({ from: '2024-10-01', to: '2026-02-01' });
  });

  it('have no axis without dates', () => {
    expect(toAxis([buildProjectRow({ plannedStartOn: null })])).toBeNull();
  });

  it.each([
    ['-20.0000', '+20.00%'],
    ['4.4994', '−4.50%'],
    ['0.0000', '0.00%'],
    [null, '–'],
  ])('write a variance of %s as %s over cost', (variance, label) => {
    expect(toCostLabel(variance, format)).toBe(label);
  });

  it('turn the sign of a decimal without arithmetic', () => {
    expect([negated('1.50'), negated('-1.50'), negated('0.00')]).toEqual(['-1.50', '1.50', '0.00']);
  });

  it('write an unknown share as a dash and never as zero', () => {
    expect([toShareLabel(null, format), toShareLabel('0', format)]).toEqual(['–', '0%']);
  });
});
