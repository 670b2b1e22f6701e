import type { PanelData } from '#app/components/panel-data.ts';
import type { Deliveries, Load } from '#app/dashboards/operational/operational-view.ts';
import type { FindingRow, RunStage } from '#app/runs/run-view.ts';

/** One thing that a data officer owes, or a run below that waits for the officer's decision. */
export type DueRow =
  | {
      about: 'feed';
      key: string;
      code: string;
      name: string;
      /** Null where no duty names a date: it is sent when data change. */
      dueOn: string | null;
      periodName: string | null;
      latePeriods: number;
      indicators: number;
      /** Days past the due date; negative while it lies ahead. */
      days: number | null;
    }
  | { about: 'waiting'; key: string; run: number; name: string; unitName: string; days: number };

export type LastResult = {
  id: number;
  /** Newest period that it reported. */
  periodName: string | null;
  decision: FeedRunRow['decision'];
  feedName: string;
  status: Load['status'];
  stage: RunStage;
  at: string;
  failure: string | null;
  read: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  /** The first few of what was refused, in the sender's own order. */
  findings: FindingRow[];
  maySubmit: boolean;
};

/** A feed that files can be sent for; its empty form, where it takes files with the contract's own columns. */
export type FeedChoice = { code: string; name: string; formHref: string | null };

export type UploadState = { id: string; name: string; status: 'waiting' | 'running' | 'failed' };

type Frame = {
  title: string;
  unit: { code: string; name: string };
  publicationId: number | null;
  asOfOn: string;
};

export type OfficerView = Frame & {
  kind: 'officer';
  counts: { late: number; soon: number; waiting: number };
  due: PanelData<DueRow[]>;
  choices: FeedChoice[];
  uploads: PanelData<UploadState[]>;
  last: PanelData<LastResult | null>;
};

export type FeedListItem = {
  code: string;
  name: string;
  unitName: string;
  dueOn: string | null;
  periodName: string | null;
  latePeriods: number;
  lastRunId: number | null;
  lastStatus: Load['status'] | null;
  lastAt: string | null;
};

export type FeedListView = Frame & { kind: 'list'; feeds: FeedListItem[]; late: number };

export type FeedsView = OfficerView | FeedListView;

export type FeedView = {
  title: string;
  publicationId: number | null;
  asOfOn: string;
  feed: {
    code: string;
    name: string;
    unit: { code: string; name: string };
    dataset: string;
    /** As commands take it. */
    mapping: string;
    mappingTitle: string;
    formHref: string | null;
    frequency: 'day' | 'month' | 'quarter' | 'year';
    lagDays: number;
    classification: 'public' | 'internal' | 'restricted';
    acceptsItself: boolean;
    hasSource: boolean;
    schedule: string | null;
  };
  maySend: boolean;
  next: PanelData<{ dueOn: string | null; periodName: string | null; latePeriods: number }>;
  duties: PanelData<{ indicators: number; units: number }>;
  deliveries: PanelData<Deliveries>;
  runs: PanelData<{ rows: FeedRunRow[]; page: number; pages: number }>;
  uploads: PanelData<UploadState[]>;
};

export type FeedRunRow = {
  id: number;
  status: Load['status'];
  at: string;
  read: number;
  accepted: number;
  unchanged: number;
  rejected: number;
  decision: 'submitted' | 'accepted' | 'returned' | 'withdrawn' | null;
};
