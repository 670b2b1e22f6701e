import { beforeAll, describe, expect, test } from 'vitest';
import { csrfTokenOf } from '#app/access/csrf.server.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { actOnRun as ask } from '#app/runs/act-on-run.server.ts';
import { getRunView } from '#app/runs/run.server.ts';
import { levelToDecide } from '#domain/hierarchy/run-acts.ts';
import { buildFeed, buildIndicator } from '#tests/build/publication.ts';
import { carryOut } from '#tests/build/run-acts.ts';
import { READING_HEAD, useEtl } from '#tests/etl/suite.ts';
import { addHolder, get, makeContext, post, startTestSession } from '#tests/setup/visitor.ts';

const { database, folder, load } = useEtl();
const logins = ['officer-03003', 'dg-03003', 'dg-03004', 'officer-03000', 'cio-03000', 'opdc'] as const;
type Login = (typeof logins)[number];
const tokens = {} as Record<Login, string>;
const sources = ['command', 'upload', 'pull', 'folder', 'demonstration'] as const;

beforeAll(async () => {
  for (const login of logins) tokens[login] = await startTestSession(database, await addHolder(database, login, login));
  await buildFeed(database.owner, 'reading', '03003', { acceptsItself: 0 });
  await buildIndicator(database.owner, 'SUM', { org_rollup: 'sum', ratio_scale: '1' });
  await database.owner`update feed set max_rejected_share = 0.6`;
});

let sent = 0;
/** A figure that no file brought yet, beside a record that is refused. */
const figure = (): string => {
  sent += 1;
  const period = `${2560 + Math.floor(sent / 12)}-${String(1 + (sent % 12)).padStart(2, '0')}`;
  return `SUM,03003,${period},${sent},,,,\nSUM,03003,${period},ลับ,,,,\n`;
};

async function send(source: (typeof sources)[number], rows = figure(), sender?: Login): Promise<number> {
  const { run } = await load(folder.write('ผล.csv', READING_HEAD + rows), {
    source,
    feedCode: 'reading-03003',
    ...(sender ? await holderOf(sender) : {}),
  });
  return run!;
}

async function holderOf(login: Login): Promise<{ personId: number; positionId: number }> {
  const [row] = await database.owner<{ personId: number; positionId: number }[]>`
    select a.person_id as "personId", a.position_id as "positionId" from access.appointment a join access.person p on p.id = a.person_id where p.login = ${login}`;
  return row!;
}

const act = (runId: number, what: 'submit' | 'accept' | 'return' | 'withdraw') => carryOut(database.etl, runId, what);
const viewOf = (login: Login, id: number) =>
  withViewer(get('/', tokens[login]), makeContext(database), (tx, viewer) => getRunView(tx, viewer, { id }));
/** A form that the page need not have offered; answers why it was refused. What is taken is left for no worker. */
async function tryTo(login: Login, runId: number, fields: Record<string, string>): Promise<string | null> {
  const context = makeContext(database);
  const csrf = csrfTokenOf(tokens[login], context.sessionSecret);
  const answer = await ask(post(`/runs/${runId}`, { csrf, ...fields }, tokens[login]), context, runId);
  await database.owner`delete from run_request where run_id = ${runId}`;
  return answer.refusal;
}
const taking = { act: 'accept' };
const returning = { act: 'return', remark: 'แก้' };

describe('the level above takes or returns', () => {
  test('an upload only once it was submitted, also where the form is not from the page', async () => {
    const run = await send('upload');
    expect(await viewOf('officer-03000', run)).toMatchObject({ acts: [], waitsFor: 'Sender' });
    expect(await tryTo('officer-03000', run, taking)).toBe('not_submitted');
    expect(await tryTo('officer-03000', run, returning)).toBe('not_submitted');
    await act(run, 'submit');
    expect(await viewOf('officer-03000', run)).toMatchObject({ acts: ['accept', 'return'], waitsFor: 'MOC' });
    expect(await tryTo('officer-03000', run, taking)).toBeNull();
  }, 30_000);

  test.each(sources)('what came by %s and was returned, only once it was submitted again', async (source) => {
    const run = await send(source);
    if (source === 'upload') await act(run, 'submit');
    await act(run, 'return');
    expect(await viewOf('officer-03000', run)).toMatchObject({ acts: [], waitsFor: 'Sender' });
    expect(await tryTo('officer-03000', run, taking)).toBe('not_submitted');
    await act(run, 'submit');
    expect(await viewOf('officer-03000', run)).toMatchObject({ acts: ['accept', 'return'], waitsFor: 'MOC' });
  });

  test.each(sources.filter((source) => source !== 'upload'))(
    'what came by %s at once',
    async (source) => {
      const run = await send(source);
      expect(await viewOf('officer-03000', run)).toMatchObject({ acts: ['accept', 'return'], waitsFor: 'MOC' });
      expect(await tryTo('officer-03000', run, returning)).toBeNull();
    },
    30_000,
  );

  test('one after the other: the centre once the ministry has it, and not again what it gave back', async () => {
    const run = await send('upload');
    await act(run, 'submit');
    expect(await tryTo('opdc', run, taking)).toBe('not_the_level_above');
    await act(run, 'accept');
    expect(await viewOf('opdc', run)).toMatchObject({ acts: ['accept', 'return'], waitsFor: 'PMOC' });
    await act(run, 'return');
    expect(await viewOf('opdc', run)).toMatchObject({ acts: [], waitsFor: 'Sender' });
    expect(await tryTo('opdc', run, taking)).toBe('not_submitted');
  });

  test('nothing of a file that brought nothing new', async () => {
    const rows = figure();
    await send('command', rows);
    const again = await send('command', rows);
    const [run] = await database.owner`select status, levels from etl_run where id = ${again}`;
    expect(run).toEqual({ status: 'loaded_with_rejections', levels: 0 });
    expect(await viewOf('officer-03000', again)).toMatchObject({ acts: [], waitsFor: null });
    expect(await viewOf('officer-03003', again)).toMatchObject({ acts: ['withdraw'] });
    expect(await tryTo('officer-03000', again, taking)).toBe('run_not_decidable');
  });
});

test('page, queue and database judge by one rule whose turn it is', async () => {
  const decisions = [null, 'submitted', 'accepted', 'returned', 'withdrawn'] as const;
  const statuses = [
    'waiting',
    'running',
    'loaded',
    'loaded_with_rejections',
    'unchanged',
    'refused',
    'failed',
    'withdrawn',
  ];
  const standings = statuses.flatMap((status) =>
    [0, 1, 3, 7].flatMap((levels) =>
      sources.flatMap((source) => decisions.map((lastDecision) => ({ status, levels, source, lastDecision }))),
    ),
  );
  const rows = await database.web<{ level: number }[]>`
    select access.level_to_decide(s.levels, s.status, s.source, s."lastDecision") as level
      from rows from (jsonb_to_recordset(${JSON.stringify(standings)}::jsonb) as (status text, levels smallint, source text, "lastDecision" text)) with ordinality
           as s(status, levels, source, "lastDecision", place) order by place`;
  const inDatabase = rows.map(({ level }) => ({ 0: null, 2: 'MOC', 4: 'PMOC' })[level]);
  const inDomain = standings.map(({ status, ...standing }) =>
    levelToDecide({ ...standing, isLoaded: status.startsWith('loaded') }),
  );
  expect(inDatabase).toEqual(inDomain);
  expect(new Set(inDomain)).toEqual(new Set([null, 'MOC', 'PMOC']));
});

describe('what the rules found', () => {
  const whoReads = async (run: number): Promise<Login[]> => {
    const views = await Promise.all(logins.map((login) => viewOf(login, run).catch(() => null)));
    for (const view of views.filter((one) => one !== null && !one.isHeaderOnly)) {
      // The counts are for everybody who sees that the run exists.
      expect(view!.rules).toMatchObject([{ code: 'number_unreadable', count: 1 }]);
      const rows = view!.findings.ok ? view!.findings.value.rows : [];
      expect(view!.areFindingsKept).toBe(rows.length === 0);
      if (view!.areFindingsKept) expect(JSON.stringify(view)).not.toContain('ลับ');
    }
    return logins.filter((_, place) => views[place] && !views[place].isHeaderOnly && !views[place].areFindingsKept);
  };
  const department: Login[] = ['officer-03003', 'dg-03003'];
  const ministry: Login[] = ['officer-03000', 'cio-03000'];

  test('goes up with the data: to the sender, to the level that has to decide, and not to those above it', async () => {
    const run = await send('upload');
    expect(await whoReads(run)).toEqual(department);
    await act(run, 'submit');
    expect(await whoReads(run)).toEqual([...department, ...ministry]);
    await act(run, 'accept');
    expect(await whoReads(run)).toEqual([...department, ...ministry, 'opdc']);
    await act(run, 'withdraw');
    expect(await whoReads(run)).toEqual(department);
  });

  test('comes back with what was returned', async () => {
    const run = await send('pull');
    expect(await whoReads(run)).toEqual([...department, ...ministry]);
    await act(run, 'return');
    expect(await whoReads(run)).toEqual(department);
  });

  test('in a file refused whole stays with the sender, and with the office that sent it in the unit’s stead', async () => {
    const refused = 'SUM,03003,2569-01,ลับ,,,,\n'.repeat(3);
    const own = await send('upload', refused);
    expect(await database.owner`select status from etl_run where id = ${own}`).toEqual([{ status: 'refused' }]);
    const readersOf = async (run: number) =>
      (
        await Promise.all(
          logins.map(async (login) =>
            (await viewOf(login, run).catch(() => null))?.areFindingsKept === false ? login : [],
          ),
        )
      ).flat();
    expect(await readersOf(own)).toEqual(department);
    const foreign = await send('upload', refused, 'officer-03000');
    expect(await readersOf(foreign)).toEqual([...department, 'officer-03000']);
  });
});
