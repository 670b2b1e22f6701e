import type { auditAct } from '#domain/messages/th/audit-act.ts';

/** Acts that have a word; others show as their code. */
export type KnownAct = keyof typeof auditAct;

export type AuditRow = {
  id: number;
  at: string;
  act: string;
  person: string | null;
  position: string | null;
  onBehalf: boolean;
  subject: string | null;
  /** Where the subject can be opened. */
  href: string | null;
  outcome: 'done' | 'refused' | 'failed';
  detail: string;
  address: string | null;
};

export type AuditView = {
  title: string;
  filter: { act?: string; person?: string; from?: string; to?: string };
  acts: string[];
  rows: AuditRow[];
  count: number;
  page: number;
  pages: number;
};
