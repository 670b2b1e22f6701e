import type { DataState } from '#app/components/data-state-mark.tsx';
import type { StatusCode } from '#app/components/status-badge.tsx';

/** A label and what stands beside it, both ready to be read. */
export type SheetFact = { label: string; value: string };

/** One line that a number is made of, or comes from. It opens another sheet, or leads to a page. */
export type SheetPart = {
  key: string;
  label: string;
  detail?: string;
  value?: string;
  status?: StatusCode;
  state?: DataState;
  /** Name of the sheet that it opens. */
  sheet?: string;
  href?: string;
};

/** One cell of the sender's file. */
export type SheetCell = { address: string; header: string; sent: string; stored: string };

export type SheetPage = 'kpi-score' | 'agreement-score' | 'figure' | 'project' | 'record';

/** What every number answers: what it is, how it is computed, what it is made of, where it comes from. */
export type SheetView = {
  kind: SheetPage;
  title: string;
  what: { text?: string; facts: SheetFact[] };
  how: { text?: string; facts: SheetFact[] };
  parts: { note?: string; items: SheetPart[] };
  source: { note?: string; facts: SheetFact[]; items: SheetPart[]; cells: SheetCell[] };
  actions: { label: string; href: string }[];
};
