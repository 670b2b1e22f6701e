import { useEffect, useRef, useState } from 'react';
import { openLive, SILENCE_MS, type LiveMessage } from './live-client.ts';

type Hear = (message: LiveMessage) => void;

// Of this tab, and touched by effects only, so that requests on a server share nothing.
const hearers = new Set<Hear>();
let close: (() => void) | undefined;
let newestSeen = 0;
let heardAtMs = 0;
let beatAt: string | null = null;

/** Calls `hear` with everything that the stream tells while the component stands. `readAt`: the publication its page shows. */
export function useLive(readAt: number, hear: Hear): void {
  const told = useRef(hear);
  useEffect(() => {
    told.current = hear;
  });
  useEffect(() => {
    newestSeen = Math.max(newestSeen, readAt);
  }, [readAt]);
  useEffect(() => {
    const listener: Hear = (message) => told.current(message);
    hearers.add(listener);
    if (!close && typeof EventSource !== 'undefined') {
      heardAtMs = Date.now();
      close = openLive(() => newestSeen, announce);
    }
    return () => {
      hearers.delete(listener);
      if (hearers.size > 0) return;
      close?.();
      close = undefined;
    };
  }, []);
}

/** Since when nothing is heard any more, as the server's instant of the last sign of life; null while all is well. */
export function useLostSince(): string | null {
  const [lostSince, setLostSince] = useState<string | null>(null);
  useEffect(() => {
    const timer = setInterval(() => {
      const isLost = close !== undefined && Date.now() - heardAtMs > SILENCE_MS;
      setLostSince(isLost ? (beatAt ?? new Date(heardAtMs).toISOString()) : null);
    }, 1_000);
    return () => clearInterval(timer);
  }, []);
  return lostSince;
}

/** The server's time by the last beat, for "new data at …". */
export function serverTime(): string | null {
  return beatAt;
}

function announce(message: LiveMessage): void {
  heardAtMs = Date.now();
  if (message.name === 'beat') beatAt = message.at;
  if (message.name === 'publication') newestSeen = Math.max(newestSeen, message.id);
  for (const hear of hearers) hear(message);
}
