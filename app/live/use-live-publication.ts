import { useEffect, useRef, useState } from 'react';

export type LivePublication = {
  /** Newest publication told so far; starts with the one that the page was read at. */
  publicationId: number;
  /** When the stream was lost, as ISO instant; null while it is up. */
  lostAt: string | null;
};

export const LIVE_PATH = '/live';

/**
 * Listens for publication ids that concern this viewer: the stream carries ids, no values. On a newer id `onNewer` is
 * called once, typically to fetch again. The browser reconnects by itself, and ids are compared then too.
 */
export function useLivePublication(readAt: number, onNewer: (publicationId: number) => void): LivePublication {
  const [publicationId, setPublicationId] = useState(readAt);
  const [lostAt, setLostAt] = useState<string | null>(null);
  const newest = useRef(readAt);
  const tell = useRef(onNewer);
  useEffect(() => {
    tell.current = onNewer;
  });
  useEffect(() => {
    newest.current = Math.max(newest.current, readAt);
    setPublicationId(newest.current);
  }, [readAt]);
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const source = new EventSource(LIVE_PATH);
    source.addEventListener('open', () => setLostAt(null));
    source.addEventListener('error', () => setLostAt((since) => since ?? new Date().toISOString()));
    source.addEventListener('publication', (event) => {
      const id = Number((event as MessageEvent<string>).data);
      if (!Number.isSafeInteger(id) || id <= newest.current) return;
      newest.current = id;
      setPublicationId(id);
      tell.current(id);
    });
    return () => source.close();
  }, []);
  return { publicationId, lostAt };
}
