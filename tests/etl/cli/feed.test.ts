import { beforeAll, describe, expect, it, vi } from 'vitest';
import { fixedClock } from '#db/clock.ts';
import { appoint, upsertPerson } from '#db/writes/people.ts';
import { runDuty } from '#etl/cli/duty.ts';
import { runFeed } from '#etl/cli/feed.ts';
import { readOptions } from '#etl/cli/options.ts';
import { UsageError } from '#etl/cli/usage.ts';
import { useEtl } from '#tests/etl/suite.ts';
import { whileUnwritten } from '#tests/setup/unwritten.ts';
import { lineOf, useCommand, type Ended } from './run-command.ts';

const { database } = useEtl();
const asOperator = useCommand(database);

/** The command without a process of its own. */
async function run(...args: string[]): Promise<Ended> {
  let [out, error] = ['', ''];
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => ((out += String(text)), true)),
    vi.spyOn(process.stderr, 'write').mockImplementation((text) => ((error += String(text)), true)),
  ];
  try {
    const command = args[0] === 'duty' ? runDuty : runFeed;
    const code = await command(database.etl, fixedClock('2026-11-20T02:00:00Z'), readOptions(args));
    return { code, out, error };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
const make = [
  'feed',
  'own-03003',
  '--unit',
  '03003',
  '--dataset',
  'reading',
  '--name-th',
  'ผล',
  '--name-en',
  'Results',
];
const stored = async (code = 'own-03003') =>
  (
    await database.etl`
      select f.level, f.dataset, f.mapping, f.frequency, f.lag_days as lag, f.accepts_itself as accepts, f.max_rejected_share::float8 as share, f.source_url as url, f.schedule, f.active
        from feed f where code = ${code}`
  )[0];

describe('the command feed', () => {
  beforeAll(async () => {
    expect(await asOperator(...make)).toMatchObject({ code: 0, error: '' });
  });

  it('makes a feed for files sent on screen, accepted by hand, and writes it down', async () => {
    expect(await stored()).toEqual({
      ...{ level: 'DOC', dataset: 'reading', mapping: 'contract-reading', frequency: 'month', lag: 15, accepts: 0 },
      ...{ share: 0.5, url: null, schedule: null, active: true },
    });
    const [row] =
      await database.owner`select outcome, detail from access.audit_log where act = 'make_feed' and subject = 'own-03003'`;
    expect(row).toEqual({ outcome: 'done', detail: { by: 'command' } });
  });

  it('says what comes next: who is to send it, what is due, and the workbook', async () => {
    const { out } = await run('feed', 'own-03003');
    expect(out).toMatch(/nobody sends it yet: .* --position officer-03003\n.*duty own-03003[^]*template reading -o/);
    const personId = await upsertPerson(database.owner, { login: 'o', nameTh: 'ก', nameEn: 'A', passwordHash: 'none' });
    await appoint(database.owner, { personId, positionCode: 'officer-03003', fromOn: '2026-10-01' });
    expect((await run('feed', 'own-03003')).out).not.toContain('nobody sends it yet');
  });

  it('changes what is named and leaves the rest', async () => {
    const changed = await run(
      'feed',
      'own-03003',
      '--accepts-itself',
      'ministry',
      '--max-rejected-share',
      '0.1',
      '--json',
    );
    expect([changed.code, lineOf(changed.out)]).toMatchObject([
      0,
      { feed: { code: 'own-03003', acceptsItself: 'ministry', maxRejectedShare: 0.1, source: 'upload', nameTh: 'ผล' } },
    ]);
    await run('feed', 'own-03003', '--url', 'https://example.org/readings', '--schedule', '30 6 * * *');
    expect(await stored()).toMatchObject({ url: 'https://example.org/readings', schedule: '30 6 * * *', accepts: 2 });
    expect((await run('feed', 'own-03003', '--url', 'https://example.org/other')).out).toContain(
      'nothing pulls it by itself: npm run etl -- feed own-03003 --schedule "30 6 * * *"',
    );
    await run('feed', 'own-03003', '--folder', '/srv/incoming');
    expect(await stored()).toMatchObject({ url: 'file:///srv/incoming', schedule: '*/5 * * * *' });
    await run('feed', 'own-03003', '--upload', '--off');
    expect(await stored()).toMatchObject({ url: null, schedule: null, active: false, share: 0.1 });
    await run('feed', 'own-03003', '--on');
    expect(await stored()).toMatchObject({ active: true });
  });

  it.each([
    ['make_feed', [...make.with(1, 'unwritten-03003')]],
    ['change_feed', ['feed', 'own-03003', '--lag-days', '3']],
    ['make_duty', ['duty', 'own-03003', '--indicators', 'FN-01']],
  ])('does nothing that cannot be written down: %s', async (act, args) => {
    const kept = () => database.etl`
      select (select jsonb_agg(to_jsonb(f) order by f.id) from feed f) as feeds, (select count(*) from reporting_duty) as duties`;
    const before = await kept();
    await expect(whileUnwritten(database, act, () => run(...args))).rejects.toThrow('unwritten');
    expect(await kept()).toEqual(before);
  });

  it.each([
    [['feed', 'nothing'], 'there is no feed nothing; make it with'],
    [[...make.with(1, 'other').with(3, '99999')], 'there is no unit 99999'],
    [['duty', 'nothing', '--indicators', 'FN-01'], 'there is no feed nothing'],
    [['duty', 'own-03003', '--indicators', 'FN-01,XX-99'], 'there is no indicator XX-99'],
    [['duty', 'own-03003', '--indicators', 'FN-01', '--units', '07003'], 'not 03003 or a unit below it: 07003'],
  ])('ends with 1 and a sentence where there is nothing to do it to: %j', async (args, sentence) => {
    expect(await run(...args)).toMatchObject({ code: 1, out: '', error: expect.stringContaining(sentence) });
  });

  it.each([
    [['feed'], 'feed wants one code'],
    [['feed', 'ส่ง', '--unit', '03003'], 'feed wants one code'],
    [['feed', 'new', '--unit', '03003'], 'a new feed wants --dataset'],
    [['feed', 'new', '--dataset', 'reading'], 'a new feed wants --unit'],
    [['feed', 'new', '--dataset', 'weather'], 'there is no dataset "weather"'],
    [['feed', 'new', '--mapping', 'nobody'], 'no mapping "nobody"'],
    [[...make.with(1, 'new'), '--mapping', 'contract-project'], 'is for project, not reading'],
    [['feed', 'own-03003', '--unit', '03004'], 'owed by 03003'],
    [['feed', 'own-03003', '--dataset', 'project'], 'brings reading'],
    [['feed', 'own-03003', '--schedule', '61 6 * * *', '--url', 'https://example.org'], 'no schedule'],
    [['feed', 'own-03003', '--schedule', '0 6 * * *'], 'wants a source'],
    [['feed', 'own-03003', '--url', 'ftp://example.org'], 'no http'],
    [['feed', 'own-03003', '--url', 'https://me:secret@example.org'], 'holds no password'],
    [['feed', 'own-03003', '--folder', 'incoming'], 'whole path'],
    [['feed', 'own-03003', '--folder', '/srv', '--upload'], 'one source'],
    [['feed', 'own-03003', '--upload', '--schedule', '0 6 * * *'], 'wants a source'],
    [['feed', 'own-03003', '--on', '--off'], 'on or off'],
    [['feed', 'own-03003', '--indicators', 'FN-01'], '--indicators belongs to duty'],
    [['duty', 'own-03003', '--indicators', 'FN-01', '--folder', '/srv'], '--folder belongs to feed'],
    [['duty', 'own-03003', '--indicators', 'FN-01', '--from', '2570', '--to', '2569'], 'ends before it begins'],
    [['feed', 'own-03003', '--frequency', 'hour'], '--frequency must be one of'],
    [['feed', 'own-03003', '--max-rejected-share', '50'], 'a share from 0 to 1'],
    [['feed', 'own-03003', '--lag-days', '1.5'], 'whole days'],
    [['feed', 'own-03003', '--accepts-itself', 'me'], '--accepts-itself must be one of'],
  ])('knows wrong usage: %j', async (args, reason) => {
    const before = await database.etl`select * from feed order by code`;
    const error = await run(...args).then(
      () => null,
      (thrown: unknown) => thrown as Error,
    );
    expect(error).toBeInstanceOf(UsageError);
    expect(error!.message).toContain(reason);
    expect(await database.etl`select * from feed order by code`).toEqual(before);
  });

  it('keeps the options of feeds to the commands about feeds', async () => {
    expect(await asOperator('runs', '--unit', '03003')).toMatchObject({
      code: 64,
      error: expect.stringContaining('--unit belongs to feed'),
    });
  });
});

describe('the command duty', () => {
  const expected = () => database.etl`
    select u.code as unit, e.state, count(*)::int as n from expected_report e join org_unit u on u.id = e.unit_id join feed f on f.id = e.feed_id
     where f.code = 'own-03000' and e.superseded_in is null group by 1, 2 order by 1, 2`;

  it('makes reports due at once, for the units named, and adds nothing the second time', async () => {
    await run(...make.with(1, 'own-03000').with(3, '03000'));
    const duty = [
      'duty',
      'own-03000',
      '--indicators',
      'FN-01',
      '--units',
      '03004,03005',
      '--from',
      '2569',
      '--to',
      '2569',
    ];
    const made = await run(...duty, '--json');
    expect([made.code, lineOf(made.out)]).toMatchObject([
      0,
      { feed: 'own-03000', duties: 2, publication: expect.any(Number) },
    ]);
    // Twelve months of a year that is over, none of them reported.
    expect(await expected()).toEqual([
      { unit: '03004', state: 'missing', n: 12 },
      { unit: '03005', state: 'missing', n: 12 },
    ]);
    expect(lineOf((await run(...duty, '--json')).out)).toMatchObject({ publication: null });
  });

  it('lets a unit withhold what it owes', async () => {
    await run(
      'duty',
      'own-03000',
      '--indicators',
      'SV-01',
      '--units',
      '03006',
      '--from',
      '2569',
      '--to',
      '2569',
      '--state',
      'withheld',
    );
    expect(await expected()).toContainEqual({ unit: '03006', state: 'withheld', n: 12 });
  });

  it('asks for the reports of a feed on its new day at once', async () => {
    const due = () => database.etl`
      select e.state, max(e.due_on) as last from expected_report e join feed f on f.id = e.feed_id join org_unit u on u.id = e.unit_id
       where f.code = 'own-03000' and u.code = '03004' and e.superseded_in is null group by 1 order by 1`;
    expect(await due()).toEqual([{ state: 'missing', last: '2026-10-15' }]);
    await run('feed', 'own-03000', '--lag-days', '60');
    expect(await due()).toEqual([
      { state: 'missing', last: '2026-10-30' },
      { state: 'not_due', last: '2026-11-29' },
    ]);
  });
});
