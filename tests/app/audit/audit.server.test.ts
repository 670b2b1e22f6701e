import { beforeAll, describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { getAuditView, toAuditParameters } from '#app/audit/audit.server.ts';
import { valueOf } from '#app/components/panel-data.ts';
import { audit } from '#db/writes/audit.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession, thrownBy } from '#tests/setup/visitor.ts';

const database = useDatabase();
let admin: string;
let dg: string;

beforeAll(async () => {
  admin = await startTestSession(database, await addHolder(database, 'admin', 'admin'));
  const dgId = await addHolder(database, 'somsri', 'dg-03003');
  dg = await startTestSession(database, dgId);
  const acts = Array.from({ length: 60 }, (_, index) => ({
    at: new Date(Date.parse('2026-11-01T17:30:00Z') + index * 60_000),
    act: 'open',
    outcome: 'refused' as const,
    subject: `/${index}`,
  }));
  for (const act of acts) await audit(database.etl, { ...act, personId: dgId });
  await audit(database.web, {
    at: new Date('2026-11-10T02:00:00Z'),
    act: 'export',
    outcome: 'done',
    personId: dgId,
    address: '10.0.0.7',
    detail: { rows: 3 },
  });
  await audit(database.etl, {
    at: new Date('2026-11-11T02:00:00Z'),
    act: 'pull',
    outcome: 'failed',
    subject: '12',
    address: 'not an address',
  });
});

const view = (query: string, token = admin) =>
  withViewer(get('/audit', token), makeContext(database), (tx, viewer) =>
    getAuditView(tx, viewer, toAuditParameters(new URL(`http://x/audit${query}`))),
  );
const found = async (query: string) => valueOf((await view(query)).found)!;

describe('the audit log on screen', () => {
  test('shows the newest first, fifty to a page', async () => {
    const first = await found('');
    expect(first.rows).toHaveLength(50);
    expect([first.count, first.pages, first.rows[0]!.act, first.rows[0]!.href]).toEqual([62, 2, 'pull', '/runs/12']);
    expect((await found('?page=2')).rows).toHaveLength(12);
  });

  test.each([
    ['?act=export', 1],
    ['?person=SOMSRI', 61],
    ['?person=ผู้ทดสอบ somsri&act=export', 1],
    ['?from=2026-11-10&to=2026-11-10', 1],
    ['?from=10/11/2569&to=10 พ.ย. 2569', 1],
    ['?to=2026-11-01', 0],
    ['?from=2026-11-02&to=2026-11-02', 60],
    ['?act=export; drop table', 62],
  ])('%s leaves %i entries; days are Bangkok’s', async (query, count) => {
    expect((await found(query)).count).toBe(count);
  });

  test('offers the acts that stand in it', async () => {
    expect(valueOf((await view('')).acts)).toEqual(['export', 'open', 'pull']);
  });

  test('is refused to anybody else, whose attempt is added to it', async () => {
    expect((await thrownBy(view('', dg))).status).toBe(403);
    const [row] = await database.owner`select outcome from access.audit_log where subject = '/audit'`;
    expect(row).toEqual({ outcome: 'refused' });
  });

  test('cannot be changed by the web’s login', async () => {
    for (const statement of [
      'update access.audit_log set act = act',
      'delete from access.audit_log',
      'truncate access.audit_log',
    ])
      await expect(database.web.unsafe(statement)).rejects.toThrow('permission denied');
  });
});
