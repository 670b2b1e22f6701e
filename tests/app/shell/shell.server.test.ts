import { beforeAll, describe, expect, test } from 'vitest';
import { valueOf } from '#app/components/panel-data.ts';
import { getShellView } from '#app/shell/shell.server.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession } from '#tests/setup/visitor.ts';

const database = useDatabase();
let token: string;

beforeAll(async () => {
  token = await startTestSession(
    database,
    await addHolder(database, 'minister', 'minister-03000', { passwordHash: 'none' }),
  );
});

const frameAt = async (path: string) => (await getShellView(get(path, token), makeContext(database)))!;

describe('the frame around a page', () => {
  test('is absent for someone who is not signed in', async () => {
    expect(await getShellView(get('/strategic'), makeContext(database))).toBeNull();
  });

  test('stands on the own unit and the newest round that is over, and carries no lists', async () => {
    const frame = await frameAt('/strategic');
    expect(frame).toMatchObject({
      unit: { code: '03000', name: 'กระทรวงการคลัง' },
      viewer: { shortPosition: 'รมว.กค.', isActing: false },
      years: null,
      publicationId: 0,
    });
    expect([frame.units, frame.found]).toEqual([null, null]);
    expect(frame.csrfToken).toBeTruthy();
  });

  test.each([
    ['cio', 'cio-03000', 'projects', false],
    ['officer', 'officer-03003', 'feeds', false],
    ['admin', 'admin', 'people', true],
    ['dg', 'dg-03003', null, false],
  ])(
    'leads %s back to where they land, and to what they may open',
    async (login, position, landing, isAdministrator) => {
      const theirs = await startTestSession(database, await addHolder(database, login, position));
      const frame = (await getShellView(get('/people', theirs), makeContext(database)))!;
      expect(frame.landing).toBe(landing);
      expect(frame.places.includes('people')).toBe(isAdministrator);
    },
  );

  test('shows a year and no round where a page is of now', async () => {
    expect(await frameAt('/people')).toMatchObject({ fiscalYear: 2570, round: null });
    expect(await frameAt('/strategic')).toMatchObject({ fiscalYear: 2569, round: 12 });
  });

  test('follows the unit of the URL, and stays at home where there is no such unit', async () => {
    expect((await frameAt('/strategic?unit=03003')).unit.code).toBe('03003');
    expect((await frameAt('/strategic?unit=no-such')).unit.code).toBe('03000');
  });

  test('lists every unit of the Prime Minister’s line, by ministry, and no other root', async () => {
    const units = valueOf((await frameAt('/strategic?sheet=units')).units!)!;
    expect(units[0]).toMatchObject({ code: 'PMOC' });
    expect(units.length).toBeGreaterThan(300);
    expect(units.filter((unit) => /^(X-|CENTRAL|WAS-)/.test(unit.code))).toEqual([]);
    const groups = units.map((unit) => unit.group);
    expect(groups).toEqual([...new Set(groups)].flatMap((group) => groups.filter((one) => one === group)));
    expect(units.find((unit) => unit.code === '03003')).toMatchObject({ group: 'กระทรวงการคลัง', name: 'กรมธนารักษ์' });
  });

  test('offers three years of rounds, newest first, without certainty before there are scores', async () => {
    const years = valueOf((await frameAt('/strategic?sheet=rounds')).years!)!;
    expect(years.map((year) => year.fiscalYear)).toEqual([2570, 2569, 2568]);
    expect(years[0]!.rounds).toEqual([12, 9, 6].map((round) => ({ round, certainty: null })));
  });

  test.each([
    ['ธนารักษ์', 'กรมธนารักษ์'],
    ['treasury', 'กรมธนารักษ์'],
  ])('finds %s', async (query, name) => {
    const { found } = await frameAt(`/strategic?sheet=find&q=${encodeURIComponent(query)}`);
    expect(valueOf(found!)!.results.map((one) => one.label)).toContain(name);
  });

  test.each(['x', '%', "'; drop table org_unit; --", '\u0000a'])('takes %j for text, nothing more', async (query) => {
    const { found } = await frameAt(`/strategic?sheet=find&q=${encodeURIComponent(query)}`);
    expect(valueOf(found!)!.results).toEqual([]);
  });
});
