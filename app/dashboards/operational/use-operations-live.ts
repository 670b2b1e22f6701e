import { useLocation } from '@remix-run/react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { queryKeys } from '#app/live/query-keys.ts';
import { tintChanges } from '#app/live/tint-changes.ts';
import { serverTime, useLive } from '#app/live/use-live.ts';
import type { OperationalView } from './operational-view.ts';

/** Asked for again by itself so often, should a notification be lost. */
const REFRESH_MS = 60_000;

/**
 * The view that the loader read, kept fresh: read again, by the function that the loader calls, as soon as something is
 * published or a run moves. `newsAt` is the server's time of the last change.
 */
export function useOperationsLive(read: OperationalView): {
  view: OperationalView;
  newsAt: string | null;
  isReading: boolean;
} {
  const { search } = useLocation();
  const [newsAt, setNewsAt] = useState<string | null>(null);
  const query = useQuery({
    queryKey: queryKeys.operations(search),
    queryFn: ({ signal }) => fetchOperations(search, signal),
    initialData: read,
    initialDataUpdatedAt: () => Date.now(),
    staleTime: REFRESH_MS,
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
    enabled: !read.isPast,
  });
  useLive(read.publicationId ?? 0, (message) => {
    if (read.isPast || message.name === 'beat') return;
    tintChanges();
    if (message.name === 'publication') setNewsAt(serverTime());
    void query.refetch({ cancelRefetch: true });
  });
  // A navigation has read something newer than what the cache holds for this address.
  const isOlder = (query.data.publicationId ?? 0) < (read.publicationId ?? 0);
  return { view: isOlder ? read : query.data, newsAt, isReading: query.isFetching };
}

async function fetchOperations(search: string, signal: AbortSignal): Promise<OperationalView> {
  const response = await fetch(`/api/v1/operational${search}`, { signal, headers: { Accept: 'application/json' } });
  if (!response.ok) throw new Error(`The view could not be read: ${response.status}`);
  return ((await response.json()) as { data: OperationalView }).data;
}
