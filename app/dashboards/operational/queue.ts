import type { QueueRow } from './operational-view.ts';

/** What is late or broken before what waits, what waits before what is only due soon; within each the longest first. */
export function sortQueue(rows: readonly QueueRow[]): QueueRow[] {
  return [...rows].sort((a, b) => RANK[a.kind] - RANK[b.kind] || b.days - a.days || a.key.localeCompare(b.key));
}

const RANK: Record<QueueRow['kind'], number> = { overdue: 0, rejected: 0, waiting: 1, soon: 2 };
