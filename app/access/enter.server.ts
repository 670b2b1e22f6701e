import type { AppLoadContext } from '@remix-run/node';
import type { Sql, Tx } from '#db/connect.ts';
import { toPreferences } from '../preferences/preferences.ts';
import { csrfTokenOf } from './csrf.server.ts';
import { NoSession } from './no-session.server.ts';
import type { Viewer } from './viewer.ts';

type Session = { token: string; kind: 'browser' | 'token' };
type Use<T> = (tx: Tx, viewer: Viewer, lastSeenAt: string) => Promise<T>;

/** No panel waits longer for one statement. */
const statementTimeoutMs = 5_000;
const readOnly = 'isolation level repeatable read read only';

/**
 * Opens the transaction in which a session reads, and says whose it is; throws NoSession where it is ended or unknown.
 * A replica serves if it knows the session and is as far as this process has ever seen; else the primary does.
 */
export async function enter<T>(request: Request, context: AppLoadContext, session: Session, use: Use<T>): Promise<T> {
  const { replicas, web } = context;
  const replica = replicas[Math.floor(Math.random() * replicas.length)];
  if (replica) {
    const behind = Symbol('behind');
    const served = await begin(replica, readOnly, request, context, session, use, (viewer) => {
      if (!viewer || (viewer.publication?.id ?? 0) < newestSeen) throw behind;
    }).catch((error: unknown) => {
      if (error === behind || isUnreachable(error)) return behind;
      throw error;
    });
    if (served !== behind) return served as T;
  }
  return begin(web, readOnly, request, context, session, use, (viewer) => {
    newestSeen = Math.max(newestSeen, viewer?.publication?.id ?? 0);
  });
}

/** The same on the primary and with the right to write what the policies allow; for actions. */
export function enterToWrite<T>(request: Request, context: AppLoadContext, session: Session, use: Use<T>): Promise<T> {
  return begin(context.web, 'read write', request, context, session, use);
}

let newestSeen = 0;

interface Entered {
  who: StoredViewer | null;
  publication: { id: number; published_at: string; as_of_on: string } | null;
}

/** As access.enter describes the viewer. */
interface StoredViewer {
  person_id: number;
  login: string;
  name_th: string;
  name_en: string;
  honorific_th: string | null;
  is_demonstration: boolean;
  position_id: number;
  position_code: string;
  role: Viewer['role'];
  clearance: Viewer['clearance'];
  title_th: string;
  title_en: string;
  unit_id: number;
  unit_code: string;
  level: Viewer['unit']['level'];
  ministry_id: number;
  unit_name_th: string;
  unit_name_en: string;
  acting: Viewer['acting'];
  aide_grant_id: number | null;
  bit: number;
  session_kind: Viewer['sessionKind'];
  last_seen_at: string;
  expires_at: string;
}

async function begin<T>(
  sql: Sql,
  mode: string,
  request: Request,
  context: AppLoadContext,
  session: Session,
  use: Use<T>,
  check: (viewer: Viewer | null) => void = () => undefined,
): Promise<T> {
  const now = context.clock.now();
  return (await sql.begin(mode, async (tx) => {
    const [entered] = await tx<Entered[]>`
      select access.enter(${session.token}, ${now}) as who, (select to_jsonb(n) from access.newest_publication() n) as publication,
             set_config('statement_timeout', ${String(statementTimeoutMs)}, true)`;
    const { who, publication } = entered!;
    // A demonstration's people have known passwords: outside of one their sessions are worth nothing either.
    const isRefused = !who || who.session_kind !== session.kind || (who.is_demonstration && !context.env.demo);
    const viewer = isRefused ? null : toViewer(who, publication, request, context, session.token, now);
    check(viewer);
    if (!viewer) throw new NoSession();
    return use(tx, viewer, who!.last_seen_at);
  })) as T;
}

function toViewer(
  who: StoredViewer,
  publication: Entered['publication'],
  request: Request,
  context: AppLoadContext,
  token: string,
  now: Date,
): Viewer {
  const { language, digits } = toPreferences(request.headers.get('Cookie'));
  const asked = new URL(request.url).searchParams.get('lang');
  const isAide = who.aide_grant_id !== null;
  return {
    personId: who.person_id,
    login: who.login,
    nameTh: who.name_th,
    nameEn: who.name_en,
    honorificTh: who.honorific_th,
    positionId: who.position_id,
    positionCode: who.position_code,
    role: who.role,
    isAide,
    actsAs: isAide ? 'aide' : who.role,
    clearance: who.clearance,
    titleTh: who.title_th,
    titleEn: who.title_en,
    acting: who.acting,
    unit: {
      id: who.unit_id,
      code: who.unit_code,
      level: who.level,
      ministryId: who.ministry_id,
      nameTh: who.unit_name_th,
      nameEn: who.unit_name_en,
    },
    bit: who.bit,
    sessionKind: who.session_kind,
    expiresAt: who.expires_at,
    language: who.session_kind === 'token' && asked === 'en' ? 'en' : language,
    digits,
    now,
    publication: publication && {
      id: publication.id,
      publishedAt: new Date(publication.published_at).toISOString(),
      asOfOn: publication.as_of_on,
    },
    csrfToken: csrfTokenOf(token, context.sessionSecret),
  };
}

function isUnreachable(error: unknown): boolean {
  const code = (error as { code?: string } | null)?.code ?? '';
  return /^(?:ECONN|EPIPE|CONNECTION_|CONNECT_TIMEOUT|57P0)/.test(code);
}
