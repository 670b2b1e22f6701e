/** What a page hears: ids that concern its viewer, and whether it hears at all. */
export type LiveMessage =
  | { name: 'publication' | 'run'; id: number }
  | { name: 'beat'; at: string }
  /** The stream stands again after a pause: anything may have happened meanwhile. */
  | { name: 'again' };

type Hear = (message: LiveMessage) => void;

/** The server beats every three seconds: after this silence the connection counts as lost. */
export const SILENCE_MS = 8_000;
const RETRY_MS = 4_000;
const CHANNEL = 'live';

/**
 * Hears the stream of this browser until the answer is called. Browsers open six connections to a host at most, so that one tab
 * holds the stream and passes on what it hears; when it closes, the next one takes over. `after`: the newest publication seen.
 */
export function openLive(after: () => number, hear: Hear): () => void {
  const stop = new AbortController();
  const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(CHANNEL);
  if (channel) channel.onmessage = ({ data }: MessageEvent<LiveMessage>) => hear(data);
  const pass: Hear = (message) => {
    channel?.postMessage(message);
    hear(message);
  };
  const hold = () => holdStream(after, pass, stop.signal);
  if (channel && navigator.locks)
    navigator.locks.request(CHANNEL, { signal: stop.signal }, hold).catch(() => undefined);
  else void hold();
  return () => {
    stop.abort();
    channel?.close();
  };
}

/** Keeps a stream open until told to stop; one that the server refused is tried again. */
function holdStream(after: () => number, pass: Hear, signal: AbortSignal): Promise<void> {
  return new Promise((release) => {
    let source: EventSource | undefined;
    let retry: ReturnType<typeof setTimeout> | undefined;
    let wasLost = false;
    const open = () => {
      source = new EventSource(`/live?after=${after()}`);
      source.addEventListener('open', () => {
        if (wasLost) pass({ name: 'again' });
        wasLost = false;
      });
      source.addEventListener('error', () => {
        wasLost = true;
        if (source?.readyState === EventSource.CLOSED) retry = setTimeout(open, RETRY_MS);
      });
      for (const name of ['publication', 'run'] as const)
        source.addEventListener(name, ({ data }: MessageEvent<string>) => pass({ name, id: Number(data) }));
      source.addEventListener('beat', ({ data }: MessageEvent<string>) => pass({ name: 'beat', at: data }));
    };
    open();
    signal.addEventListener('abort', () => {
      clearTimeout(retry);
      source?.close();
      release();
    });
  });
}
