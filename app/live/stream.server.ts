import type { AppLoadContext } from '@remix-run/node';
import type { Tx } from '#db/connect.ts';
import { getNewestTouch, getOwnUnitIds } from '#db/reads/live.ts';
import type { Viewer } from '../access/viewer.ts';
import { withViewer } from '../access/viewer.server.ts';
import type { Broadcaster, LiveEvent, Reader } from './broadcaster.ts';
import { broadcasterOf } from './news.server.ts';

/** Often enough that a screen knows within ten seconds that it hears nothing more. */
const beatEveryMs = 3_000;
/** Then the browser connects again, and the session and its rights are looked at anew. */
const longestMs = 4 * 60_000;
/** A reader so many bytes behind is gone, or as good as gone. */
const mostWaiting = 64;

/**
 * A stream of server-sent events for a viewer: `publication` and `run` with an id, `beat` with the server's time. What came after
 * the id that the page was read at (or that the browser heard last) is told at once. Throws 401 without a session.
 */
export async function openStream(request: Request, context: AppLoadContext): Promise<Response> {
  const reader = await withViewer(request, context, getReader);
  const broadcaster = await broadcasterOf(context);
  const after = heardBefore(request);
  const missed = () => withViewer(request, context, (tx) => getNewestTouch(tx, { after }));
  const body = toStream({ request, context, broadcaster, reader, missed });
  return new Response(body, {
    headers: {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    },
  });
}

async function getReader(tx: Tx, viewer: Viewer): Promise<Reader> {
  return { units: new Set(await getOwnUnitIds(tx)), bit: viewer.bit, isAdministrator: viewer.role === 'admin' };
}

type Pieces = {
  /** Held, because its signal dies with it. */
  request: Request;
  context: AppLoadContext;
  broadcaster: Broadcaster;
  reader: Reader;
  missed: () => Promise<number | null>;
};

function toStream({ request, context, broadcaster, reader, missed }: Pieces): ReadableStream<Uint8Array> {
  const text = new TextEncoder();
  let end: () => void = () => undefined;
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const write = (lines: string) => {
          if ((controller.desiredSize ?? 0) < -mostWaiting) return end();
          controller.enqueue(text.encode(`${lines}\n\n`));
        };
        const tell = ({ name, id }: LiveEvent) =>
          write(`event: ${name}\n${name === 'publication' ? `id: ${id}\n` : ''}data: ${id}`);
        const beat = () => write(`event: beat\ndata: ${context.clock.now().toISOString()}`);
        const remove = broadcaster.add({ reader, tell });
        const timers = [setInterval(beat, beatEveryMs), setTimeout(() => end(), longestMs)];
        end = () => {
          remove();
          timers.forEach(clearTimeout);
          request.signal.removeEventListener('abort', end);
          end = () => undefined;
          // Throws where the browser is gone already.
          try {
            controller.close();
          } catch {
            return;
          }
        };
        request.signal.addEventListener('abort', () => end());
        write('retry: 1500');
        beat();
        // Asked after the connection stands, so that nothing falls between.
        missed()
          .then((id) => id !== null && tell({ name: 'publication', id }))
          .catch((error: unknown) => {
            if (!(error instanceof Response)) context.logError(error);
            end();
          });
      },
      cancel: () => end(),
    },
    { highWaterMark: mostWaiting },
  );
}

function heardBefore(request: Request): number {
  const given = request.headers.get('Last-Event-ID') ?? new URL(request.url).searchParams.get('after');
  const id = Number(given ?? 0);
  return Number.isSafeInteger(id) && id > 0 && id < 2_147_483_647 ? id : 0;
}
