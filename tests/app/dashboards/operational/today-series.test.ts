import { describe, expect, it } from 'vitest';
import { lastMonths, toDeliveries } from '#app/dashboards/operational/deliveries-series.ts';
import { sortQueue } from '#app/dashboards/operational/queue.ts';
import type { QueueRow } from '#app/dashboards/operational/operational-view.ts';

describe('deliveries by month', () => {
  it('counts months back over the turn of the year', () => {
    expect(lastMonths('2026-02-20', 4)).toEqual(['2025-11-01', '2025-12-01', '2026-01-01', '2026-02-01']);
  });

  it('puts who owes first, and leaves months without an expectation blank', () => {
    const cell = (key: string, month: string, state: 'reported' | 'missing' | 'rejected') => ({
      key,
      name: key,
      shortName: key,
      code: key,
      month,
      state,
    });
    const months = ['2026-10-01', '2026-11-01'];
    const grid = toDeliveries(
      [cell('a', months[0]!, 'reported'), cell('b', months[0]!, 'missing'), cell('b', months[1]!, 'rejected')],
      'units',
      months,
    );
    expect(grid).toMatchObject({ late: 1, total: 2 });
    expect(grid.rows.map(({ key, states }) => [key, states])).toEqual([
      ['b', ['missing', 'rejected']],
      ['a', ['reported', 'not_applicable']],
    ]);
  });

  it('names ministries without their common first word, and by their abbreviation where there is no room', () => {
    const named = (name: string, shortName: string) => ({
      key: name,
      name,
      shortName,
      code: name,
      month: '',
      state: 'missing' as const,
    });
    const cells = [named('กระทรวงการคลัง', 'กค.'), named('กระทรวงการอุดมศึกษา วิทยาศาสตร์ วิจัยและนวัตกรรม', 'อว.')];
    const names = (rowsAre: 'units' | 'feeds') => toDeliveries(cells, rowsAre, []).rows.map(({ name }) => name);
    expect(names('units')).toEqual(['การคลัง', 'อว.']);
    expect(names('feeds')).toEqual(cells.map(({ name }) => name));
  });
});

describe('the queue', () => {
  it('has what is late or refused before what waits, and what waits before what is due, the longest first', () => {
    const row = (key: string, kind: QueueRow['kind'], days: number) => ({ key, kind, days }) as QueueRow;
    const sorted = sortQueue([
      row('soon', 'soon', -3),
      row('waits', 'waiting', 40),
      row('new', 'overdue', 2),
      row('refused', 'rejected', 9),
      row('old', 'overdue', 30),
      row('sooner', 'soon', 0),
    ]);
    expect(sorted.map(({ key }) => key)).toEqual(['old', 'refused', 'new', 'waits', 'sooner', 'soon']);
  });
});
