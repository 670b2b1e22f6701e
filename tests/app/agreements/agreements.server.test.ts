import { beforeAll, describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { getAgreementListView } from '#app/agreements/agreement-list.server.ts';
import { valueOf } from '#app/components/panel-data.ts';
import { getAgreementView } from '#app/agreements/agreement.server.ts';
import { buildPromisedMinistry } from '#tests/build/promised-ministry.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession } from '#tests/setup/visitor.ts';

const database = useDatabase();
const ids: Record<string, number> = {};
let token: string;

beforeAll(async () => {
  token = await startTestSession(database, await addHolder(database, 'ps-03000', 'ps-03000'));
  await addHolder(database, 'acting', 'dg-03003', { acting: 'for_absent' });
  await buildPromisedMinistry(database);
  for (const row of await database.owner<
    { code: string; id: number }[]
  >`select code, agreement_id as id from agreement`)
    ids[row.code] = row.id;
});

const list = (parameters: Parameters<typeof getAgreementListView>[2]) =>
  withViewer(get('/agreements', token), makeContext(database), (tx, viewer) =>
    getAgreementListView(tx, viewer, parameters),
  );
const page = (id: number, parameters = {}) =>
  withViewer(get(`/agreements/${id}`, token), makeContext(database), (tx, viewer) =>
    getAgreementView(tx, viewer, { id, ...parameters }),
  );

describe('the list of agreements', () => {
  test('holds those of the own subtree, by rank of the parties', async () => {
    const shown = await list({});
    expect(shown.agreements.ok && shown.agreements.value.map((one) => one.type)).toEqual(['PM_MIN', 'MIN_PS', 'PS_DG']);
    expect(shown.counts).toMatchObject({ total: 3, signed: 2, unsigned: 1 });
  });

  test.each([
    [{ signed: 'no' as const }, ['PS_DG']],
    [{ type: 'PM_MIN' as const }, ['PM_MIN']],
    [{ unit: '03003' }, ['PS_DG']],
    [{ fy: 2570 }, []],
  ])('narrows by %o', async (parameters, types) => {
    const shown = await list(parameters);
    expect(shown.agreements.ok && shown.agreements.value.map((one) => one.type)).toEqual(types);
  });
});

describe('the page of an agreement', () => {
  test('names positions before holders, and says who acts', async () => {
    const shown = await page(ids['A-DG']!);
    expect(shown.maker.positionTitle).toBe('อธิบดีกรมธนารักษ์');
    expect(valueOf(shown.maker.holders)).toEqual([{ name: 'ผู้ทดสอบ acting', acting: 'for_absent' }]);
  });

  test('shows weights that do not add up to 100', async () => {
    expect(Number((await page(ids['A-DG']!)).weightTotal)).toBe(90);
  });

  test('links its KPIs above and below', async () => {
    const { links } = await page(ids['A-PS']!);
    expect(links.ok && links.value.map((link) => [link.direction, link.agreementId])).toEqual([
      ['above', ids['A-MIN']],
      ['below', ids['A-DG']],
    ]);
  });

  test('holds what was promised with the results of the round', async () => {
    const { kpis } = await page(ids['A-MIN']!, { round: 12 });
    expect(kpis.ok && kpis.value.map((kpi) => [kpi.kpiNo, kpi.score, kpi.thresholds.length])).toEqual([
      ['1.1', '1.0000', 5],
      ['2.1', '5.0000', 5],
    ]);
  });

  test('is not there for an id that nobody made', async () => {
    const answer = (await page(999_999).catch((error: unknown) => error)) as Response;
    expect(answer.status).toBe(404);
  });
});
