import { AsyncLocalStorage } from 'node:async_hooks';
import type { AppLoadContext } from '@remix-run/node';
import type { PanelData } from '#app/components/panel-data.ts';
import type { Tx } from '#db/connect.ts';
import { touchSession } from '#db/writes/sessions.ts';
import { auditAct } from './audit.server.ts';
import { enter } from './enter.server.ts';
import { NoSession, toRefusal } from './no-session.server.ts';
import { isApi, tokenOf } from './session-cookie.server.ts';
import type { Viewer } from './viewer.ts';

type Read<T> = (tx: Tx, viewer: Viewer) => Promise<T>;
interface Job {
  read: Read<unknown>;
  /** How it ended; told only when the transaction is over and all acts are written down. */
  settle?: () => void;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

/**
 * Reads as the viewer of a request, in one REPEATABLE READ, READ ONLY transaction: everything read in it is of one moment, and
 * the database shows only what the viewer may see. Loaders of one request share the transaction. Throws the answer for someone
 * who is not signed in: the way to the sign-in, or 401 for programs. A thrown 403 or 404 is written to the audit log.
 */
export async function withViewer<T>(request: Request, context: AppLoadContext, read: Read<T>): Promise<T> {
  return join(request, context, read).catch((error: unknown) => {
    throw error instanceof NoSession ? toRefusal(request) : error;
  });
}

/** The same, but null for someone who is not signed in. */
export async function withViewerIfAny<T>(request: Request, context: AppLoadContext, read: Read<T>): Promise<T | null> {
  return join(request, context, read).catch((error: unknown) => {
    if (error instanceof NoSession) return null;
    throw error;
  });
}

type PanelRead = (tx: Tx) => Promise<unknown>;
type Panels<Reads> = { [Name in keyof Reads]: Told<Reads[Name]> };
type Told<Given> = Given extends (tx: Tx) => Promise<infer Value> ? PanelData<Value> : null;

/**
 * Parts of a page of which each may fail while the page lives; the statement timeout bounds them. Their statements are sent
 * together, so that the server computes one while we read another. Should any fail, they are read again one by one, each in
 * a savepoint of its own: what fails then is left out. A part that the page does not show now is given and told as null.
 */
export async function panels<Reads extends Record<string, PanelRead | null>>(
  tx: Tx,
  reads: Reads,
): Promise<Panels<Reads>> {
  const named = Object.entries(reads).flatMap(([name, read]) => (read ? [[name, read] as const] : []));
  const none = Object.keys(reads).map((name) => [name, null] as const);
  if (named.length === 0) return Object.fromEntries(none) as Panels<Reads>;
  try {
    const values = await tx.savepoint(async (inner) => {
      const outcomes = await Promise.allSettled(named.map(([, read]) => read(inner)));
      return outcomes.map((outcome) => {
        if (outcome.status === 'rejected') throw outcome.reason;
        return outcome.value;
      });
    });
    const told = named.map(([name], i) => [name, { ok: true, value: values[i] }] as const);
    return Object.fromEntries([...none, ...told]) as Panels<Reads>;
  } catch (error) {
    if (error instanceof Response) throw error;
  }
  const apart: [string, PanelData<unknown>][] = [];
  for (const [name, read] of named) apart.push([name, await panel(tx, name, read)]);
  return Object.fromEntries([...none, ...apart]) as Panels<Reads>;
}

/** A part of a page that may fail while the page lives: in a savepoint, and the statement timeout bounds it. */
export async function panel<T>(tx: Tx, name: string, read: (tx: Tx) => Promise<T>): Promise<PanelData<T>> {
  try {
    return { ok: true, value: (await tx.savepoint(read)) as T };
  } catch (error) {
    if (error instanceof Response) throw error;
    requests.getStore()?.logError(error);
    return { ok: false, error: name };
  }
}

const requests = new AsyncLocalStorage<AppLoadContext>();
const visits = new WeakMap<AppLoadContext, Job[]>();

function join<T>(request: Request, context: AppLoadContext, read: Read<T>): Promise<T> {
  if (requests.getStore() === context)
    throw new Error('withViewer inside withViewer would wait for itself: hand the transaction on instead.');
  return new Promise<T>((resolve, reject) => {
    const job: Job = { read, resolve: resolve as (value: unknown) => void, reject };
    const waiting = visits.get(context);
    if (waiting) waiting.push(job);
    else {
      const jobs = [job];
      visits.set(context, jobs);
      void visit(request, context, jobs);
    }
  });
}

/** One transaction for all who wait; whoever comes while it runs is served in it too, one after another. */
async function visit(request: Request, context: AppLoadContext, jobs: Job[]): Promise<void> {
  const refused: number[] = [];
  try {
    const session = tokenOf(request, context.env);
    if (!session) throw new NoSession();
    const entered = await enter(request, context, session, async (tx, viewer, lastSeenAt) => {
      // The list grows while it is read.
      for (const job of jobs) await serve(job, context, tx, viewer, refused);
      visits.delete(context);
      return { viewer, lastSeenAt };
    });
    await afterwards(request, context, session.token, entered, refused);
  } catch (error) {
    visits.delete(context);
    if (!(error instanceof NoSession)) context.logError(error);
    for (const job of jobs) job.settle ??= () => job.reject(error);
  }
  for (const job of jobs) job.settle!();
}

async function serve(job: Job, context: AppLoadContext, tx: Tx, viewer: Viewer, refused: number[]): Promise<void> {
  try {
    // In a savepoint, so that a failing page leaves the frame around it standing.
    const value: unknown = await requests.run(context, () => tx.savepoint((inner) => job.read(inner, viewer)));
    job.settle = () => job.resolve(value);
  } catch (error) {
    if (error instanceof Response && [403, 404].includes(error.status)) refused.push(error.status);
    job.settle = () => job.reject(error);
  }
}

async function afterwards(
  request: Request,
  context: AppLoadContext,
  token: string,
  { viewer, lastSeenAt }: { viewer: Viewer; lastSeenAt: string },
  refused: number[],
): Promise<void> {
  const { pathname } = new URL(request.url);
  for (const status of refused)
    await auditAct(context, viewer, {
      act: 'open',
      outcome: 'refused',
      subject: pathname,
      detail: { reason: status === 403 ? 'forbidden' : 'hidden' },
    });
  if (viewer.sessionKind === 'browser' && !isApi(request) && viewer.now.getTime() - Date.parse(lastSeenAt) >= 60_000)
    await touchSession(context.web, token, viewer.now);
}
