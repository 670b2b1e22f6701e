import type { DataState } from '#app/components/data-state-mark.tsx';
import type { PanelData } from '#app/components/panel-data.ts';

export const QUEUE_KINDS = ['overdue', 'soon', 'rejected', 'waiting'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

type Row = {
  key: string;
  kind: QueueKind;
  unitName: string;
  unitShortName: string;
  ownerTitle: string | null;
  ownerName: string | null;
  /** Days past the due date; negative while it lies ahead; for runs, days since they came. */
  days: number;
  href: string;
};

/** One matter that waits for somebody. */
export type QueueRow = Row &
  (
    | { about: 'report'; feedName: string | null; periodName: string; periods: number; maySend: boolean }
    | { about: 'milestone'; project: string; title: string; milestones: number }
    | {
        about: 'run';
        run: number;
        feedName: string | null;
        state: 'refused' | 'failed' | 'rejections' | 'returned' | 'waiting';
        rejected: number;
        mayDecide: boolean;
      }
    | { about: 'self_assessment'; fiscalYear: number; round: number; kpis: number; missing: number }
  );

export type Queue = { counts: Record<QueueKind, number>; rows: QueueRow[]; total: number };

export type Deliveries = {
  rowsAre: 'units' | 'feeds';
  late: number;
  total: number;
  /** First days of the months, oldest first. */
  months: string[];
  rows: { key: string; name: string; code: string; states: DataState[] }[];
};

export type Load = {
  id: number;
  feedName: string | null;
  unitName: string;
  status:
    'waiting' | 'running' | 'loaded' | 'loaded_with_rejections' | 'unchanged' | 'refused' | 'failed' | 'withdrawn';
  at: string;
  read: number;
  accepted: number;
};

export type OperationalView = {
  title: string;
  unit: { code: string; name: string };
  publicationId: number | null;
  asOfOn: string;
  isPast: boolean;
  show: QueueKind | null;
  isWhole: boolean;
  queue: PanelData<Queue>;
  deliveries: PanelData<Deliveries>;
  loads: PanelData<Load[]>;
};
