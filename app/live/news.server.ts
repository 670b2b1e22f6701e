import type { AppLoadContext } from '@remix-run/node';
import type { Sql } from '#db/connect.ts';
import { Broadcaster, type PublicationTouch, type Touch } from './broadcaster.ts';

type NewsContext = Pick<AppLoadContext, 'web' | 'logError'>;

/** A notification may be lost with its connection; so often we ask by ourselves. */
const askEveryMs = 4_000;
/** A load says that it goes on every second; streams need not hear each time. */
const runPauseMs = 400;

const known = new WeakMap<Sql, Promise<Broadcaster>>();

/** The broadcaster of this process, which listens to the database from its first use on, on one connection. */
export function broadcasterOf(context: NewsContext): Promise<Broadcaster> {
  const found = known.get(context.web);
  if (found) return found;
  const made = listen(context);
  known.set(context.web, made);
  made.catch(() => known.delete(context.web));
  return made;
}

async function listen(context: NewsContext): Promise<Broadcaster> {
  const broadcaster = new Broadcaster();
  const check = await followPublications(context, broadcaster);
  const onRun = throttled(context, broadcaster);
  let subscriptions: { unlisten(): Promise<void> }[] = [];
  const subscribe = async () => {
    await Promise.allSettled(subscriptions.map(({ unlisten }) => unlisten()));
    // Also called when the driver has listened anew after a lost connection: what came meanwhile is asked for.
    subscriptions = [
      await context.web.listen(
        'publication',
        () => void check(),
        () => void check(),
      ),
      await context.web.listen('run', onRun),
    ];
  };
  await subscribe();
  setInterval(() => {
    // News that no notification told of: the driver gives up listening when its first try to reconnect fails.
    void check()
      .then((found) => (found ? subscribe() : undefined))
      .catch(context.logError);
  }, askEveryMs).unref();
  return broadcaster;
}

/** Asks what came after the newest that was told, and tells it; answers whether there was anything. One asking after another. */
async function followPublications(context: NewsContext, broadcaster: Broadcaster): Promise<() => Promise<boolean>> {
  let newest = (await getNewestPublicationId(context.web)) ?? 0;
  const ask = async (): Promise<boolean> => {
    const touches = await getPublicationTouches(context.web, newest).catch((error: unknown) => {
      context.logError(error);
      return [];
    });
    newest = Math.max(newest, ...touches.map(({ publicationId }) => publicationId));
    broadcaster.tellPublications(touches);
    return touches.length > 0;
  };
  let last: Promise<boolean> = Promise.resolve(false);
  return () => (last = last.then(ask));
}

function throttled(context: NewsContext, broadcaster: Broadcaster): (payload: string) => void {
  const waiting = new Set<number>();
  return (payload) => {
    const runId = Number(payload);
    if (!Number.isSafeInteger(runId) || waiting.has(runId)) return;
    waiting.add(runId);
    setTimeout(() => {
      waiting.delete(runId);
      getRunTouches(context.web, runId)
        .then((touches) => broadcaster.tellRun(runId, touches))
        .catch(context.logError);
    }, runPauseMs).unref();
  };
}

async function getNewestPublicationId(sql: Sql): Promise<number | null> {
  const [row] = await sql<{ id: number }[]>`select id from access.newest_publication()`;
  return row?.id ?? null;
}

function getPublicationTouches(sql: Sql, after: number): Promise<PublicationTouch[]> {
  return sql<PublicationTouch[]>`
    select publication_id as "publicationId", unit_id as "unitId", audiences from access.publication_touches(${after})`;
}

function getRunTouches(sql: Sql, runId: number): Promise<Touch[]> {
  return sql<Touch[]>`select unit_id as "unitId", audiences from access.run_touches(${runId})`;
}
