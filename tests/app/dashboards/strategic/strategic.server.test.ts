import { beforeAll, describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { getStrategicView, type StrategicParameters } from '#app/dashboards/strategic/strategic.server.ts';
import type { AgreementView, NationView } from '#app/dashboards/strategic/strategic-view.ts';
import { buildPromisedMinistry } from '#tests/build/promised-ministry.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession } from '#tests/setup/visitor.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};

beforeAll(async () => {
  for (const login of ['pm', 'minister-03000', 'ps-03000', 'dg-03003'])
    tokens[login] = await startTestSession(database, await addHolder(database, login, login));
  await buildPromisedMinistry(database);
});

const view = (login: string, parameters: StrategicParameters = {}) =>
  withViewer(get('/strategic', tokens[login]), makeContext(database), (tx, viewer) =>
    getStrategicView(tx, viewer, parameters),
  );
const agreementOf = async (login: string, parameters?: StrategicParameters) =>
  (await view(login, parameters)) as AgreementView;

describe('the strategic dashboard', () => {
  test('shows a minister the own agreement with the Prime Minister, in the newest round that has data', async () => {
    const shown = await agreementOf('minister-03000');
    expect([shown.kind, shown.agreement.type, shown.fiscalYear, shown.round]).toEqual([
      'agreement',
      'PM_MIN',
      2569,
      12,
    ]);
    // Σ num / Σ den = 190 / 1100 = 17.27% scores 1; 80% scores 5: (60·1 + 40·5) / 100.
    expect([shown.score.score, shown.certainty]).toEqual(['2.6000', 'preliminary']);
  });

  test('names the KPI furthest below its plan, with its owner, and how many of how many are below', async () => {
    const { weakest } = await agreementOf('minister-03000');
    // 17.27% scores 1, the planned 75% would score 4; the other KPI is above its plan.
    const furthest = { name: 'ตัวชี้วัด PERMITS', ownerTitle: 'ผู้อำนวยการสำนัก 1.1', plannedScore: '4.0000' };
    expect(weakest).toMatchObject({
      ok: true,
      value: { found: 'below', rows: [{ ...furthest, fromPlan: '-3.00' }], below: 1, total: 2 },
    });
    expect(weakest.ok && weakest.value.rows).toHaveLength(1);
  });

  test('shows a permanent secretary the agreement with the minister and the departments below', async () => {
    const shown = await agreementOf('ps-03000');
    expect([shown.agreement.type, shown.leadsWith]).toEqual(['MIN_PS', 'endangered']);
    expect(shown.below).toMatchObject({ ok: true, value: { kind: 'units', total: 1, units: [{ unitCode: '03003' }] } });
  });

  test('shows a director-general the own agreement and, without units below, its projects', async () => {
    const shown = await agreementOf('dg-03003');
    expect([shown.agreement.type, shown.score.score]).toEqual(['PS_DG', '5.0000']);
    expect(shown.below).toMatchObject({ ok: true, value: { kind: 'projects' } });
  });

  test('counts ministries below 3.00 and on course for the Prime Minister', async () => {
    const nation = (await view('pm')) as NationView;
    expect(nation.kind).toBe('nation');
    expect(nation.counts).toMatchObject({ total: 1, scored: 1, below3: 1, onCourse: 0 });
    expect(nation.ministries).toMatchObject({ ok: true, value: [{ unitCode: '03000', score: '2.6000' }] });
  });

  test('leads the Prime Minister one level down with the unit in the URL', async () => {
    expect((await agreementOf('pm', { unit: '03000' })).agreement.type).toBe('PM_MIN');
  });

  test('tells of the running year as one strip, without a forecast from nothing', async () => {
    const { running } = await agreementOf('minister-03000');
    expect(running).toMatchObject({
      ok: true,
      value: { fiscalYear: 2570, round: 6, endsOn: '2027-03-31', forecastScore: null },
    });
  });

  test('cuts score and KPIs by perspective', async () => {
    const shown = await agreementOf('minister-03000', { slice: 'perspective:QUA' });
    expect([shown.score.perspective, shown.score.score]).toEqual(['QUA', '5.0000']);
    expect(shown.statuses).toMatchObject({ ok: true, value: [{ status: 'achieved', count: 1 }] });
  });

  test('says that there is no agreement, instead of showing a bare axis', async () => {
    expect(await view('minister-03000', { unit: '07000' })).toMatchObject({ kind: 'nothing', reason: 'no_agreement' });
  });

  test('refuses an unknown unit with the nearest ones', async () => {
    const answer = await view('pm', { unit: '03999' }).catch((error: unknown) => error);
    expect((answer as Response).status).toBe(404);
    expect(((await (answer as Response).json()) as { nearest: unknown[] }).nearest.length).toBeGreaterThan(0);
  });

  test('was as it stood at an earlier publication', async () => {
    const shown = await view('minister-03000', { asOf: 1 });
    expect(shown.publicationId).toBe(1);
    expect(shown.kind === 'agreement' && shown.score.score).not.toBe('2.6000');
  });
});
