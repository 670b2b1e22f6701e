import { QUEUE_KINDS, type QueueKind } from './operational-view.ts';

/** The list's filter and length as the URL says them; nonsense counts as absent. */
export function toQueueParameters(url: URL): { show?: QueueKind; all?: boolean } {
  const show = QUEUE_KINDS.find((kind) => kind === url.searchParams.get('show'));
  return { ...(show ? { show } : {}), ...(url.searchParams.get('all') === '1' ? { all: true } : {}) };
}
