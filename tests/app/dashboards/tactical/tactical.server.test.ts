import { beforeAll, describe, expect, test } from 'vitest';
import { sumOf } from '#domain/numbers/decimal.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { toTacticalQuery } from '#app/dashboards/tactical/tactical-query.ts';
import { getTacticalView } from '#app/dashboards/tactical/tactical.server.ts';
import { toScope } from '#app/filters/scope.ts';
import { buildPromisedMinistry } from '#tests/build/promised-ministry.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession } from '#tests/setup/visitor.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};

beforeAll(async () => {
  for (const login of ['pm', 'opdc', 'minister-03000', 'dg-03003'])
    tokens[login] = await startTestSession(database, await addHolder(database, login, login));
  await buildPromisedMinistry(database);
});

const view = (login: string, query = '') => {
  const request = get(`/tactical${query}`, tokens[login]);
  const url = new URL(request.url);
  const parameters = { ...toScope(url), ...toTacticalQuery(url), sheet: url.searchParams.get('sheet') };
  return withViewer(request, makeContext(database), (tx, viewer) => getTacticalView(tx, viewer, parameters));
};
const valueOf = <T>(data: { ok: true; value: T } | { ok: false; error: string } | null): T => {
  if (!data?.ok) throw new Error(`The panel failed: ${data?.error ?? 'not read'}`);
  return data.value;
};

describe('the tactical dashboard', () => {
  test('compares ministries for the Prime Minister, against the round before', async () => {
    const shown = await view('pm');
    expect([shown.kind, shown.fiscalYear, shown.round, shown.compare]).toEqual([
      'ministries',
      2569,
      12,
      { fiscalYear: 2569, round: 9 },
    ]);
    expect(valueOf(shown.rank).rows).toMatchObject([
      { key: '03000', value: '2.6000', link: { kind: 'unit', code: '03000' } },
    ]);
    expect(shown.summary).toMatchObject({ total: 1, scored: 1, below3: 1 });
    expect(shown.certainty).toBe('preliminary');
  });

  test('compares a ministry’s units with each other and tells its own score’s change by KPI', async () => {
    const shown = await view('minister-03000', '?compare=2569-6');
    expect(shown.kind).toBe('departments');
    expect(valueOf(shown.rank).rows.map((row) => row.key)).toEqual(['03003']);
    const moved = valueOf(shown.contributions)!;
    expect(moved.of).toBe('kpis');
    const parts = [...moved.leading.map(({ part }) => part), moved.rest.part];
    expect(sumOf(parts).toFixed(2)).toBe(sumOf([moved.change]).toFixed(2));
  });

  test('compares a department’s own KPIs, those that cost most first', async () => {
    const shown = await view('dg-03003');
    expect([shown.kind, shown.summary.score]).toEqual(['kpis', '5.0000']);
    expect(valueOf(shown.rank).rows.map((row) => row.link.kind)).toEqual(['kpi', 'kpi']);
  });

  test('ranks by an indicator in its own measure, and tells rate and mix apart', async () => {
    const shown = await view('pm', '?indicator=PERMITS&compare=2569-6');
    const rank = valueOf(shown.rank);
    expect(rank.measure).toMatchObject({ name: 'ตัวชี้วัด PERMITS', isLowerBetter: false });
    // Σ num / Σ den = 190 / 1100.
    expect(Number(rank.rows[0]!.value)).toBeCloseTo(17.27, 2);
    const moved = valueOf(shown.contributions)!;
    expect(moved.effects).not.toBeNull();
    expect(sumOf([moved.effects!.rate, moved.effects!.mix]).toFixed(2)).toBe(sumOf([moved.change]).toFixed(2));
  });

  test('shows the commission all agreements: below 3.00, all at 5, not signed', async () => {
    const shown = await view('opdc');
    expect(shown.kind).toBe('agreements');
    expect(valueOf(shown.checks)).toMatchObject({ below3: 2, easy: 1, unsignedYear: 2570 });
    expect(valueOf((await view('opdc', '?check=easy')).rank).rows).toMatchObject([{ type: 'PS_DG', value: '5.0000' }]);
  });

  test('tints a table of units and KPIs, or of perspectives where no KPI is shared', async () => {
    const heat = valueOf((await view('minister-03000', '?show=heat')).heat);
    expect(heat.columns.map((column) => column.key)).toEqual(['ALL', 'EFF', 'QUA', 'EFI', 'ORG']);
    expect(heat.rows[0]!.cells.map((cell) => cell.value ?? cell.state)).toEqual([
      '5.0000',
      '5.0000',
      '5.0000',
      'not_applicable',
      'not_applicable',
    ]);
  });

  test('draws the year’s months, and the years', async () => {
    const months = valueOf((await view('pm', '?show=trend')).trend);
    expect(months.periods).toHaveLength(12);
    expect(months.series[0]!.values.at(-1)).toBe('2.6000');
    const years = valueOf((await view('pm', '?show=trend&by=year')).trend);
    expect(years.periods.map((period) => period.fiscalYear)).toEqual([2569]);
  });

  test('sets one unit against the mean of all where a second is not named', async () => {
    const { pair } = valueOf((await view('pm', '?show=trend&compare=03000')).trend);
    expect(pair).toMatchObject({ first: { key: '03000' }, second: { key: 'mean' } });
    expect(pair!.second.values.at(-1)).toBe('2.6000');
  });

  test('offers rounds, indicators and units to compare with only while the choice is open', async () => {
    expect((await view('pm')).options).toBeNull();
    const { options } = await view('pm', '?sheet=compare');
    expect(valueOf(options).rounds).toContainEqual({ fiscalYear: 2569, round: 6 });
  });

  test('shows no unit outside the own subtree what only its own people may see', async () => {
    const shown = await view('dg-03003', '?unit=07000');
    expect(shown.summary.total).toBe(0);
  });
});
