import type { AppLoadContext } from '@remix-run/node';
import { pino } from 'pino';
import { beforeAll } from 'vitest';
import type { Viewer } from '#app/access/viewer.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import type { Clock } from '#db/clock.ts';
import { fixedClock } from '#db/clock.ts';
import { appoint, upsertPerson } from '#db/writes/people.ts';
import { getHoldings, startSession } from '#db/writes/sessions.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import { useDatabase, type TestDatabase } from './database.ts';

export const testNow = '2026-11-20T02:00:00Z';
const origin = 'http://127.0.0.1:3000';

/** A context as the host would make it for one request; `errors` collects what was logged as a failure. */
export function makeContext(
  database: TestDatabase,
  options: { clock?: Clock; demo?: boolean; publicUrl?: string } = {},
): AppLoadContext & { errors: unknown[] } {
  const errors: unknown[] = [];
  return {
    env: {
      demo: options.demo ?? true,
      ...(options.publicUrl ? { publicUrl: options.publicUrl } : {}),
    } as AppLoadContext['env'],
    clock: options.clock ?? fixedClock(testNow),
    web: database.web,
    replicas: [],
    sessionSecret: 'tests only; thirty-two bytes or more',
    log: pino({ level: 'silent' }),
    logError: (error: unknown) => void errors.push(error),
    cspNonce: 'nonce',
    requestId: 'test',
    clientAddress: '127.0.0.1',
    errors,
  };
}

/** Someone who holds a position since the fiscal year began. */
export async function addHolder(
  database: TestDatabase,
  login: string,
  positionCode: string,
  more: { passwordHash?: string; isDemonstration?: boolean; acting?: 'for_absent' | 'in_vacancy' } = {},
): Promise<number> {
  const { acting, ...person } = more;
  const personId = await upsertPerson(database.owner, {
    login,
    nameTh: `ผู้ทดสอบ ${login}`,
    nameEn: `Test ${login}`,
    ...person,
  });
  await appoint(database.owner, { personId, positionCode, fromOn: '2026-10-01', ...(acting ? { acting } : {}) });
  return personId;
}

/** A person who holds a position and is signed in, in a database of the test file's own. Use the answer inside tests and hooks only. */
export function useHolder(login: string, positionCode: string) {
  const database = useDatabase();
  const holder = {
    database,
    personId: 0,
    token: '',
    /** The viewer that a request is answered for. */
    whoAmI: (request: Request, context: AppLoadContext = makeContext(database)): Promise<Viewer> =>
      withViewer(request, context, (_tx, viewer) => Promise.resolve(viewer)),
  };
  beforeAll(async () => {
    holder.personId = await addHolder(database, login, positionCode, { passwordHash: 'none' });
    holder.token = await startTestSession(database, holder.personId);
  });
  return holder;
}

/** A clock that stands so long after `testNow`. */
export const minutesLater = (minutes: number): Clock => fixedClock(new Date(Date.parse(testNow) + minutes * 60_000));

/** A session's token, started without the sign-in page. */
export async function startTestSession(
  database: TestDatabase,
  personId: number,
  kind: 'browser' | 'token' = 'browser',
  now = new Date(testNow),
): Promise<string> {
  const [holding] = await getHoldings(database.owner, personId, bangkokDateOf(now));
  const expiresAt = new Date(now.getTime() + 12 * 3_600_000);
  return (await startSession(database.web, { personId, holding: holding!, kind, now, expiresAt }))!;
}

export function get(path: string, token?: string, headers: Record<string, string> = {}): Request {
  return new Request(`${origin}${path}`, { headers: { ...(token ? { Cookie: `session=${token}` } : {}), ...headers } });
}

export function post(path: string, fields: Record<string, string>, token?: string): Request {
  return new Request(`${origin}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: token ? { Cookie: `session=${token}` } : {},
  });
}

/** The answer that a loader threw; anything else it threw is a failure of the test. */
export async function thrownBy(work: Promise<unknown>): Promise<Response> {
  const outcome = await work.then(
    () => null,
    (error: unknown) => error,
  );
  if (outcome instanceof Response) return outcome;
  throw outcome ?? new Error('Nothing was thrown.');
}

/** The session's token in a Set-Cookie header. */
export function tokenIn(response: Response): string {
  return /session=([\w-]+);/.exec(response.headers.get('Set-Cookie') ?? '')?.[1] ?? '';
}
