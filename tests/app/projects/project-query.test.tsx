import { describe, expect, it } from 'vitest';
import { toProjectQuery } from '#app/projects/project-query.ts';

const read = (query: string) => toProjectQuery(new URL(`http://suite.test/projects${query}`));

describe('the query of the project table', () => {
  it('shows the worst few, latest first, where the URL says nothing', () => {
    expect(read('')).toEqual({ sort: 'slip', isAscending: false, page: null });
  });

  it('reads filters, order and page', () => {
    expect(read('?phase=4&late=1&system=BO03&sort=cost&dir=asc&page=2')).toEqual({
      phase: 4,
      late: true,
      system: 'BO03',
      sort: 'cost',
      isAscending: true,
      page: 2,
    });
  });

  it('counts nonsense as absent', () => {
    expect(read("?phase=9&status=red&sort=1;drop&page=-1&system='or 1=1&late=yes")).toEqual(read(''));
  });

  it('sorts names from the first letter on', () => {
    expect(read('?sort=name').isAscending).toBe(true);
  });
});
