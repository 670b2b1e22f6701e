import { useMatches, useNavigation, useRevalidator, useSearchParams } from '@remix-run/react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useFormat } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import { tintChanges } from './tint-changes.ts';
import { serverTime, useLive, useLostSince } from './use-live.ts';

/** Not all pages of all readers at the same instant. */
const SPREAD_MS = 1_200;
const NOTE_MS = 8_000;

/**
 * Reads the page anew, softly, when something was published that concerns the viewer, and says so; and says when nothing is
 * heard any more. A page that keeps itself fresh says `live: 'own'` in its handle, one that follows runs says `live: 'runs'`.
 */
export function LiveUpdates({ publicationId }: { publicationId: number }) {
  const t = useT();
  const format = useFormat();
  const lostSince = useLostSince();
  const newsAt = useSoftRevalidation(publicationId);
  const words = lostSince
    ? t('shell.liveLost', { since: format.time(lostSince) })
    : newsAt && t('shell.liveUpdated', { time: format.time(newsAt) });
  return (
    <div className="live-note" role="status">
      {words && <span className={lostSince ? 'live-lost' : undefined}>{words}</span>}
    </div>
  );
}

function useSoftRevalidation(publicationId: number): string | null {
  const mode = useLiveMode();
  const { revalidate, state } = useRevalidator();
  // A page on its way comes first: reading anew would break it off and ask for it again.
  const isFree = useNavigation().state === 'idle' && state === 'idle';
  const [isDue, setDue] = useState(false);
  // Gathered until the page is read anew: what moves a run may be followed by a publication within the time that it waits.
  const isNews = useRef(false);
  const [newsAt, setNewsAt] = useState<string | null>(null);
  const waiting = useRef<ReturnType<typeof setTimeout>>();
  const readAnew = useCallback((tellsNews: boolean) => {
    isNews.current ||= tellsNews;
    if (waiting.current) return;
    waiting.current = setTimeout(() => {
      waiting.current = undefined;
      setDue(true);
    }, Math.random() * SPREAD_MS);
  }, []);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useEffect(() => {
    if (!isDue || !isFree) return;
    setDue(false);
    tintChanges();
    revalidate();
    if (isNews.current) setNewsAt(serverTime());
    isNews.current = false;
  }, [isDue, isFree, revalidate]);
  useEffect(() => {
    if (newsAt === null) return;
    const timer = setTimeout(() => setNewsAt(null), NOTE_MS);
    return () => clearTimeout(timer);
  }, [newsAt]);
  useLive(publicationId, (message) => {
    if (mode === 'own' || mode === 'past') return;
    if (message.name === 'publication' && message.id > publicationId) readAnew(true);
    if (mode === 'runs' && (message.name === 'run' || message.name === 'again')) readAnew(false);
  });
  return newsAt;
}

function useLiveMode(): 'own' | 'runs' | 'past' | undefined {
  const handles = useMatches().map(({ handle }) => (handle as { live?: 'own' | 'runs' } | undefined)?.live);
  const [params] = useSearchParams();
  // A page drawn as of an earlier publication stays as it is.
  return params.has('asOf') ? 'past' : handles.findLast(Boolean);
}
