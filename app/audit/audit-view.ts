import type { PanelData } from '#app/components/panel-data.ts';

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
  /** What else is kept, by name; codes as they are. */
  detail: { name: string; value: string }[];
  address: string | null;
};

export type AuditView = {
  title: string;
  /** As an example of how a day is written. */
  today: string;
  filter: { act?: string; person?: string; from?: string; to?: string };
  acts: PanelData<string[]>;
  page: number;
  found: PanelData<{ rows: AuditRow[]; count: number; pages: number }>;
};
