import { randomBytes } from 'node:crypto';
import type { Sql, Tx } from '../connect.ts';

/** A position that a person may use, as holder (also acting) or as an aide. */
export interface Holding {
  positionId: number;
  acting: 'for_absent' | 'in_vacancy' | null;
  aideGrantId: number | null;
}

/** After so long a browser's session ends, however busy it is. */
export const browserSessionMs = 12 * 3_600_000;

export interface SignInCandidate {
  personId: number;
  passwordHash: string | null;
  isDemonstration: boolean;
}

/** The positions a person may use on a day, own ones first. */
export async function getHoldings(sql: Sql | Tx, personId: number, on: string): Promise<Holding[]> {
  return (sql as Sql)<Holding[]>`
    select position_id as "positionId", acting, aide_grant_id as "aideGrantId" from access.holdings(${personId}, ${on}::date)`;
}

export async function findSignIn(sql: Sql, login: string): Promise<SignInCandidate | null> {
  const [row] = await sql<SignInCandidate[]>`
    select person_id as "personId", password_hash as "passwordHash", is_demonstration as "isDemonstration" from access.sign_in_candidate(${login})`;
  return row ?? null;
}

/** When the next try is allowed; null: now. */
export async function getSignInDelay(sql: Sql, login: string, address: string, now: Date): Promise<Date | null> {
  const [row] = await sql<
    { at: string | null }[]
  >`select access.sign_in_allowed_at(${login}, ${address}, ${now}) as at`;
  return row?.at ? new Date(row.at) : null;
}

export async function countFailedSignIn(sql: Sql | Tx, login: string, address: string, now: Date): Promise<void> {
  await (sql as Sql)`select access.sign_in_failed(${login}, ${address}, ${now})`;
}

/** Starts a session for a position the person may use and answers its token, which is stored nowhere; null where it may not. */
export async function startSession(
  sql: Sql | Tx,
  session: {
    personId: number;
    holding: Pick<Holding, 'positionId' | 'aideGrantId'>;
    kind: 'browser' | 'token';
    now: Date;
    expiresAt: Date;
  },
): Promise<string | null> {
  const token = randomBytes(32).toString('base64url');
  const { personId, holding, kind, now, expiresAt } = session;
  const [row] = await (sql as Sql)<{ started: boolean }[]>`
    select access.start_session(${personId}, ${holding.positionId}, ${holding.aideGrantId}::int, ${token}, ${kind}, ${now}, ${expiresAt}) as started`;
  return row!.started ? token : null;
}

export async function endSession(sql: Sql | Tx, token: string): Promise<void> {
  await (sql as Sql)`select access.end_session(${token})`;
}

export async function touchSession(sql: Sql, token: string, now: Date): Promise<void> {
  await sql`select access.touch_session(${token}, ${now})`;
}

/** Deletes sessions past their absolute limit and failed sign-ins that count no more; as the loader. */
export async function forgetExpired(sql: Sql, now: Date): Promise<{ sessions: number; delays: number }> {
  const [row] = await sql<{ sessions: number; delays: number }[]>`
    select sessions, delays from access.forget_expired(${now})`;
  return row!;
}

/** Whether anybody at all may sign in: false only before the first administrator is made. */
export async function hasPeople(sql: Sql): Promise<boolean> {
  const [row] = await sql<{ any: boolean }[]>`select access.has_people() as any`;
  return row!.any;
}
