import { beforeAll, describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { valueOf } from '#app/components/panel-data.ts';
import { toScope } from '#app/filters/scope.ts';
import { toProjectQuery } from '#app/projects/project-query.ts';
import { getProjectView } from '#app/projects/project.server.ts';
import { getProjectsView } from '#app/projects/projects.server.ts';
import { buildPromisedMinistry } from '#tests/build/promised-ministry.ts';
import { buildFeed, publishRecords } from '#tests/build/publication.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession, testNow, thrownBy } from '#tests/setup/visitor.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};

const project = (code: string, unit: string, more: Record<string, string> = {}) => ({
  project_code: code,
  unit_code: unit,
  name_th: `โครงการ ${code}`,
  value_baht: '20000000',
  planned_cost: '20000000',
  projected_cost: '20000000',
  from_fiscal_year: '2569',
  to_fiscal_year: '2570',
  phase: '4',
  percent_done: '50',
  planned_start_on: '2025-10-01',
  planned_end_on: '2026-12-31',
  forecast_end_on: '2026-12-31',
  ea_status: 'complete',
  owner_title: 'ผู้อำนวยการกองเทคโนโลยีสารสนเทศ',
  indicator_code: 'PERMITS',
  ...more,
});

/** On 20 November 2569: one 81 days late, blocked at its gate, one that will be 10 days late, one on plan, one finished, one of a sister ministry. */
const PROJECTS = [
  project('P-LATE', '03003', {
    planned_end_on: '2026-08-31',
    forecast_end_on: '2026-10-31',
    exchanges_data: 'true',
    ea_status: 'none',
    projected_cost: '26000000',
    system: 'BO02',
  }),
  project('P-SOON', '03003', { forecast_end_on: '2027-01-10', phase: '3' }),
  project('P-FINE', '03004', { indicator_code: '' }),
  project('P-DONE', '03004', { phase: '5', actual_end_on: '2026-11-01', percent_done: '100' }),
  project('P-ELSE', '07003'),
];

beforeAll(async () => {
  for (const login of ['cio-03000', 'dg-03003', 'pm'])
    tokens[login] = await startTestSession(database, await addHolder(database, login, login));
  await buildPromisedMinistry(database);
  const records = PROJECTS.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== '')));
  await publishRecords(
    database.etl,
    await buildFeed(database.owner, 'project', 'PMOC'),
    'project',
    records,
    new Date(testNow),
  );
});

const view = (login: string, query = '') => {
  const request = get(`/projects${query}`, tokens[login]);
  const url = new URL(request.url);
  const parameters = { ...toScope(url), ...toProjectQuery(url), sheet: url.searchParams.get('sheet') };
  return withViewer(request, makeContext(database), (tx, viewer) => getProjectsView(tx, viewer, parameters));
};
const codesOf = async (login: string, query?: string) => {
  const { table } = await view(login, query);
  return table.ok ? table.value.rows.map((row) => row.code) : null;
};
const one = (login: string, code: string) =>
  withViewer(get(`/projects/${code}`, tokens[login]), makeContext(database), (tx, viewer) =>
    getProjectView(tx, viewer, { code }),
  );

describe('the portfolio', () => {
  test('counts the phases of the unit and of all below it, with their money', async () => {
    const shown = await view('cio-03000');
    expect(shown.fiscalYear).toBe(2570);
    expect(shown.total).toMatchObject({ projects: 4, lateOver30Days: 1, gatesBlocking: 1 });
    expect(shown.phases).toMatchObject({
      ok: true,
      value: [
        { phase: 1, projects: 0 },
        { phase: 2, projects: 0 },
        { phase: 3, projects: 1 },
        { phase: 4, projects: 2, valueBaht: '40000000', lateOver30Days: 1 },
        { phase: 5, projects: 1 },
      ],
    });
    expect(shown.slowest).toMatchObject({ ok: true, value: { code: 'P-LATE', slipDays: 81, isForecast: false } });
  });

  test('lists the latest first; what is finished is late no more', async () => {
    expect(await codesOf('cio-03000')).toEqual(['P-LATE', 'P-SOON', 'P-FINE', 'P-DONE']);
  });

  test.each([
    ['?late=1', ['P-LATE']],
    ['?phase=4', ['P-LATE', 'P-FINE']],
    ['?gate=blocking', ['P-LATE']],
    ['?status=achieved', ['P-DONE']],
    ['?indicator=PERMITS', ['P-LATE', 'P-SOON', 'P-DONE']],
    ['?unit=03004', ['P-FINE', 'P-DONE']],
    ['?sort=name&dir=desc', ['P-SOON', 'P-LATE', 'P-FINE', 'P-DONE']],
    ['?sort=cost', ['P-LATE', 'P-DONE', 'P-FINE', 'P-SOON']],
  ])('narrows and orders by the URL: %s', async (query, codes) => {
    expect(await codesOf('cio-03000', query)).toEqual(codes);
  });

  test('follows one slice with all its numbers', async () => {
    const shown = await view('cio-03000', '?slice=system:BO02');
    expect([shown.total?.projects, valueOf(shown.sliceName!)]).toEqual([1, 'ระบบงานบริหารงบประมาณ การเงินและบัญชี']);
    expect(await codesOf('cio-03000', '?system=BO02')).toEqual(['P-LATE']);
  });

  test('names the KPI and the agreement that a project serves: the own unit’s before the ministry’s', async () => {
    const { table } = await view('cio-03000');
    const rows = table.ok ? table.value.rows : [];
    expect(rows.find((row) => row.code === 'P-LATE')?.kpi).toMatchObject({ no: '1.1' });
    expect(rows.find((row) => row.code === 'P-FINE')).toMatchObject({ indicatorCode: null, kpi: null });
  });

  test('gives a page of the whole list with how many match in all', async () => {
    const { table } = await view('pm', '?page=1');
    expect(table).toMatchObject({ ok: true, value: { matches: 5, page: 1, pages: 1 } });
  });

  test('offers filters only while their choice is open', async () => {
    expect((await view('cio-03000')).options).toBeNull();
    const { options } = await view('cio-03000', '?sheet=filters');
    expect(options?.ok && options.value.system).toHaveLength(11);
  });
});

describe('a project', () => {
  test('is judged by the day of the figures, with what cannot be right flagged', async () => {
    const { project: facts } = await one('cio-03000', 'P-LATE');
    expect(facts).toMatchObject({ status: 'below_plan', slipDays: 81, eaGate: 'blocking', costVariance: '-30.0000' });
    expect(facts.flags).toEqual(['forecast_past', 'gate_blocking']);
  });

  test('leads to the indicator and to every agreement above it that promises it', async () => {
    const shown = await one('dg-03003', 'P-LATE');
    const served = shown.served.ok ? shown.served.value : null;
    expect(served?.indicator).toMatchObject({ code: 'PERMITS' });
    expect(served?.kpis.map((kpi) => kpi.kpiNo)).toContain('1.1');
  });

  test('that does not exist is answered with the nearest codes', async () => {
    const answer = await thrownBy(one('cio-03000', 'P-LATTE'));
    expect(answer.status).toBe(404);
    const { nearest } = (await answer.json()) as { nearest: { href: string }[] };
    expect(nearest[0]!.href).toBe('/projects/P-LATE');
  });
});
