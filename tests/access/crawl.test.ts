import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import fs from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { useDatabase } from '#tests/setup/database.ts';
import { startTestSession, testNow } from '#tests/setup/visitor.ts';
import { canaryPattern, plant } from './plant.ts';
import type { Field, Planted } from './plant.ts';
import type { Reader } from './readers.ts';
import { maySee } from './sight.ts';

const database = useDatabase();
const root = fileURLToPath(new URL('../../', import.meta.url));
const units = ['03003', '03004', '07003'];
const readers: Reader[] = ['pm', 'admin', 'aide', 'cio-03000', 'officer-03003', 'dg-07003'];
const strangers = ['nobody', 'expired', 'foreign'] as const;
let field: Field;
let rowOf: Map<string, Planted>;
let web: ChildProcess;
let address: string;
let output = '';

beforeAll(async () => {
  field = await plant(database, units);
  rowOf = new Map(field.planted.map((row) => [row.canary, row]));
  await database.owner`insert into demo_clock (id, anchor_real, anchor_demo) values (1, clock_timestamp(), ${testNow})`;
  await database.owner`insert into installation (key, value) values ('demonstration', ${testNow})`;
  await startWeb();
});
afterAll(() => void web?.kill('SIGTERM'));

/** The real host as a process of its own, on this test's database and with no more than the web's login. */
async function startWeb(): Promise<void> {
  if (!fs.existsSync(`${root}build/complete`)) await (await import('#app/start/build.ts')).buildPages();
  const port = await freePort();
  address = `http://127.0.0.1:${port}`;
  const { DATABASE_URL: _, ...environment } = process.env;
  web = spawn(process.execPath, ['--import', 'tsx', 'app/server/web.ts'], {
    cwd: root,
    env: {
      ...environment,
      DATABASE_URL_WEB: database.urls.web,
      PORT: String(port),
      DEMO: '1',
      LOG_LEVEL: 'error',
      SESSION_SECRET: 'q'.repeat(7) + 'w7e3r5t1y9u2i4o6p8a0s1d2f3g4h5j6k7',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [web.stdout!, web.stderr!]) stream.on('data', (text: Buffer) => (output += text.toString()));
  for (let tries = 0; tries < 600; tries += 1) {
    if (await fetch(`${address}/healthz`).catch(() => undefined)) return;
    await wait(100);
  }
  throw new Error(`The web process did not start:\n${output}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

/** Every route file as the addresses to ask for; a route with a parameter nobody has values for fails the test. */
function pagePaths(): string[] {
  const names = fs.readdirSync(`${root}app/routes`).map((file) => file.replace(/\.tsx?$/, ''));
  return names
    .filter((name) => !name.startsWith('api.') && name !== 'live')
    .flatMap((name) => {
      const path = `/${name
        .replaceAll('[.]', '\0')
        .replaceAll('.', '/')
        .replaceAll('\0', '.')
        .replace(/\/?_index$/, '')}`;
      return fill(path.replace(/\$(\w+)/g, '{$1}'));
    });
}

/** Puts every planted value into a path's parameter, those the reader may not see as well, as of when its row stood. */
function fill(pattern: string): string[] {
  // A planted run has one file.
  const path = pattern.replace('{n}', '1');
  const [, name] = /\{(\w+)\}/.exec(path) ?? [];
  if (!name) return [path];
  const values = valuesOf(path);
  if (!values) throw new Error(`The crawl has no values for ${path}.`);
  return values.map(([value, isPast]) => `${path.replace(/\{\w+\}/, value)}${isPast ? '?asOf=1' : ''}`);
}

function valuesOf(path: string): [value: string, isPast: boolean][] | null {
  const each = (table: string, toValue: (row: Planted) => string) =>
    field.planted.filter((row) => row.table === table).map((row): [string, boolean] => [toValue(row), row.isPast]);
  switch (path.split('/')[1]) {
    case 'agreements':
      return each('agreement', ({ no }) => String(no));
    case 'projects':
      return each('project', ({ canary }) => `kanarie-${canary}`);
    case 'indicators':
      return each('reading', ({ no }) => `IND-${no}`);
    case 'feeds':
      return each('etl_run', ({ no }) => `feed-${no}`).filter(([, isPast]) => !isPast);
    case 'runs':
      return each('etl_run', ({ no }) => String(no)).filter(([, isPast]) => !isPast);
    case 'units':
      return [...units, '03000', 'PMOC'].flatMap((unit) =>
        [false, true].map((isPast): [string, boolean] => [unit, isPast]),
      );
    case 'uploads':
      return [['00000000-0000-4000-8000-000000000000', false]];
    default:
      return null;
  }
}

/** Boards and lists again for each unit, for an earlier publication and for the languages. */
function scopedPaths(): string[] {
  const boards = ['/strategic', '/tactical', '/operational', '/projects', '/agreements', '/feeds'].filter((path) =>
    pagePaths().includes(path),
  );
  const queries = [...units, '03000', 'PMOC'].flatMap((unit) => [
    `unit=${unit}&fy=2569&round=12`,
    `unit=${unit}&fy=2569&asOf=1`,
  ]);
  return boards.flatMap((path) =>
    [...queries, 'asOf=1', 'fy=2569', 'lang=en', 'sheet=units', 'sheet=rounds', 'sheet=find&q=kanarie', 'sheet=me'].map(
      (query) => `${path}?${query}`,
    ),
  );
}

async function apiPaths(): Promise<string[]> {
  const { paths } = (await (await fetch(`${address}/api/v1/openapi.json`)).json()) as {
    paths: Record<string, unknown>;
  };
  return Object.keys(paths).flatMap((path) => fill(path).map((one) => `/api/v1${one}`));
}

interface Answer {
  path: string;
  status: number;
  location: string | null;
  cookie: string | null;
  body: string;
}

async function ask(path: string, cookie: string): Promise<Answer> {
  const response = await fetch(`${address}${path}`, {
    headers: { Cookie: cookie, 'User-Agent': 'crawl' },
    redirect: 'manual',
  });
  return {
    path,
    status: response.status,
    location: response.headers.get('Location'),
    cookie: response.headers.get('Set-Cookie'),
    body: await response.text(),
  };
}

async function askAll(paths: string[], cookie: string, see: (answer: Answer) => void): Promise<void> {
  const waiting = [...paths];
  const work = async () => {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) see(await ask(path, cookie));
  };
  await Promise.all(Array.from({ length: 4 }, work));
}

/** Planted rows that an answer shows, however their number is written. Addresses that somebody asked for, as the audit log keeps them, tell nothing. */
function rowsIn(body: string): Planted[] {
  const plain = body.replaceAll(/(?<=\d),(?=\d{3})/g, '').replaceAll(/\/projects\/kanarie-\d+/g, '');
  return [...plain.matchAll(canaryPattern)].flatMap(([, canary]) => rowOf.get(canary!) ?? []);
}

/** Addresses in a page that were not asked for yet: sheets, tabs, pages of lists. */
function linksIn(body: string): string[] {
  return [...body.matchAll(/href="(\/[^"#]*)"/g)]
    .map(([, href]) => href!.replaceAll('&amp;', '&'))
    .filter((href) => !/^\/(assets|api|icon|manifest|sign|live)/.test(href));
}

describe('what people get over HTTP', () => {
  test.each(readers)(
    '%s finds no planted row that the list keeps from that office, on any page, in any answer',
    async (reader) => {
      const cookie = `session=${field.tokens[reader]}`;
      const leaks = new Set<string>();
      const failures = new Set<string>();
      const seen = new Set<string>();
      const links = new Set<string>();
      const see = (answer: Answer) => {
        if (answer.status >= 500) failures.add(`${answer.status} ${answer.path}`);
        for (const row of rowsIn(answer.body)) {
          seen.add(row.table);
          // The address asked for may stand in the answer; it is nothing that the answer tells.
          if (!maySee(reader, row) && !answer.path.includes(row.canary))
            leaks.add(`${row.table} of ${row.unitCode} (${row.audience}) on ${answer.path}`);
        }
        for (const link of linksIn(answer.body)) links.add(link);
      };
      const paths = [...new Set([...pagePaths(), ...scopedPaths(), ...(await apiPaths())])];
      await askAll(paths, cookie, see);
      await askAll([...links].filter((link) => !paths.includes(link)).slice(0, 80), cookie, see);
      expect([...leaks]).toEqual([]);
      expect([...failures]).toEqual([]);
      // Somebody who is shown nothing would pass too.
      if (reader !== 'dg-07003') expect([...seen].sort()).toEqual(expect.arrayContaining(['agreement', 'project']));
    },
    300_000,
  );

  test.each(strangers)(
    '%s session: every page leads to the sign-in, every answer is 401, and no row shows',
    async (stranger) => {
      const cookie = await cookieOf(stranger);
      const wrong: string[] = [];
      const open = /^\/(sign-in|sign-out|preferences)?$|openapi\.json$/;
      await askAll([...new Set([...pagePaths(), ...(await apiPaths())])], cookie, (answer) => {
        if (rowsIn(answer.body).some((row) => !answer.path.includes(row.canary))) wrong.push(`a row on ${answer.path}`);
        // Routes that only take forms answer 400 or 405 to everybody.
        const isRefused = answer.path.startsWith('/api/')
          ? answer.status === 401
          : [302, 400, 405].includes(answer.status);
        if (!isRefused && !open.test(answer.path)) wrong.push(`${answer.status} ${answer.path}`);
        if (/session=[\w-]{20}/.test(answer.cookie ?? '')) wrong.push(`a session from ${answer.path}`);
      });
      expect(wrong).toEqual([]);
    },
  );

  test.each([
    ['project', '/api/v1/projects?unit=PMOC&fy=2569'],
    ['agreement', '/api/v1/agreements?unit=PMOC&fy=2569&round=12'],
  ])(
    'with the rule of %s opened, the same search finds rows that are not meant for an outsider',
    async (table, path) => {
      const { owner } = database;
      const [{ rule }] = (await owner`
      select pg_get_expr(polqual, polrelid) as rule from pg_policy where polname = 'by_audience' and polrelid = ${table}::regclass`) as unknown as [
        { rule: string },
      ];
      await owner.unsafe(`alter policy by_audience on ${table} using (true)`);
      const { body } = await ask(path, `session=${field.tokens['dg-07003']}`);
      await owner.unsafe(`alter policy by_audience on ${table} using (${rule})`);
      expect(rowsIn(body).filter((row) => !maySee('dg-07003', row))).not.toEqual([]);
    },
  );

  test('the event stream tells ids of what the reader may see, and no value', async () => {
    for (const reader of readers) {
      const newest = Math.max(
        0,
        ...field.planted.filter((row) => row.table === 'publication_touch' && maySee(reader, row)).map(({ no }) => no),
      );
      const text = await readStream(`session=${field.tokens[reader]}`, newest > 0);
      expect(rowsIn(text)).toEqual([]);
      const ids = [...text.matchAll(/event: publication\nid: (\d+)/g)].map(([, id]) => Number(id));
      expect([reader, Math.max(0, ...ids)]).toEqual([reader, newest]);
    }
    expect((await fetch(`${address}/live`)).status).toBe(401);
  });
});

async function cookieOf(stranger: (typeof strangers)[number]): Promise<string> {
  if (stranger === 'nobody') return '';
  if (stranger === 'foreign') return `session=${'z'.repeat(43)}`;
  const [person] = await database.owner`select id from access.person where login = 'pm'`;
  return `session=${await startTestSession(database, person!.id as number, 'browser', new Date(Date.parse(testNow) - 31 * 60_000))}`;
}

/** The beginning of a stream: up to the first id, or to the second beat, by which an id would have come. */
async function readStream(cookie: string, isToldAnId: boolean): Promise<string> {
  const response = await fetch(`${address}/live`, { headers: { Cookie: cookie }, signal: AbortSignal.timeout(60_000) });
  const end = isToldAnId ? /event: publication\nid: \d+\n/ : /event: beat[^]*event: beat/;
  let text = '';
  for await (const piece of response.body!.pipeThrough(new TextDecoderStream())) {
    text += piece;
    if (end.test(text)) break;
  }
  return text;
}
