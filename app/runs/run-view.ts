import type { RunAct } from '#domain/hierarchy/run-acts.ts';
import type { PanelData } from '#app/components/panel-data.ts';
import type { Load } from '#app/dashboards/operational/operational-view.ts';

export type RunStage = 'waiting' | 'keeping' | 'staging' | 'checking' | 'publishing' | 'done';

export type FindingRow = {
  seq: number;
  severity: 'rejection' | 'warning';
  /** What is wrong and how to mend it, in the reader's language. */
  sentence: string;
  fileName: string | null;
  sheet: string | null;
  rowNo: number;
  sourceColumn: string | null;
  sourceHeader: string | null;
  rawValue: string | null;
  /** The sender's whole row, cell by cell, with the columns' letters. */
  record: { column: string; header: string | null; value: string }[] | null;
};

export type RuleGroup = {
  key: string;
  severity: 'rejection' | 'warning';
  code: string;
  count: number;
  sentence: string;
};

export type RunView = {
  title: string;
  publicationId: number | null;
  asOfOn: string;
  run: {
    id: number;
    feed: { code: string; name: string } | null;
    unit: { code: string; name: string };
    dataset: string;
    /** As commands take it. */
    mapping: string;
    mappingTitle: string;
    mappingVersion: string;
    status: Load['status'];
    stage: RunStage;
    /** Why nothing was loaded, and how to mend it. */
    failure: string | null;
    source: 'command' | 'upload' | 'pull' | 'folder' | 'demonstration';
    startedAt: string;
    finishedAt: string | null;
    senderTitle: string | null;
    senderName: string | null;
    classification: 'public' | 'internal' | 'restricted';
    publishedIn: number | null;
    levels: number;
    ahead: number;
    counts: { read: number; accepted: number; unchanged: number; rejected: number; warnings: number };
    /** Of a run refused for its share of faults: the records that broke a rule themselves; the others went with the file. */
    faulty: number | null;
  };
  files: {
    fileNo: number;
    name: string;
    format: string;
    encoding: string | null;
    encodingName: string | null;
    sheets: string[];
    records: number;
    /** Whether the reader may have it as it was sent; `erased` where its bytes are gone. */
    original: 'none' | 'kept' | 'erased';
  }[];
  columns: { sheet: string; contractColumn: string; sourceHeader: string; sourceColumn: string }[];
  totals: PanelData<
    { key: string; header: string; group: string; readTotal: string; acceptedTotal: string; isWhole: boolean }[]
  >;
  /** Whether there are sums that the reader is not shown: the data do not reach that level, or a figure among them is kept from it. */
  areTotalsKept: boolean;
  rules: RuleGroup[];
  findings: PanelData<{ rows: FindingRow[]; ruleKey: string | null; page: number; pages: number; total: number }>;
  /** The reader sees how often each rule spoke, and not the sender's values: the run has not come up to that level. */
  areFindingsKept: boolean;
  decisions: {
    level: 'DOC' | 'MOC' | 'PMOC';
    decision: 'submitted' | 'accepted' | 'returned' | 'withdrawn';
    remark: string | null;
    title: string | null;
    name: string | null;
    decidedAt: string;
  }[];
  acts: RunAct[];
  /** Whose turn it is: the level that has to decide, or the sender who has to submit it; null where all see it, or nothing was loaded. */
  waitsFor: 'MOC' | 'PMOC' | 'Sender' | null;
  /** The reader's newest act on it: still under way, or why it was refused. */
  request: { act: RunAct; status: 'waiting' | 'refused'; refusal: string | null } | null;
  /** The reader knows that the run exists, and may not see what it brought. */
  isHeaderOnly: boolean;
};
