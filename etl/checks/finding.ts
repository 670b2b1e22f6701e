import type { RuleCode } from '#domain/messages/rule-code.ts';

export type Severity = 'rejection' | 'warning';
export type RuleParams = Record<string, string | number>;

/** What a check has to say, before it is known of which cell. */
export type Told = { rule: RuleCode; severity: Severity; params: RuleParams };

/** One thing that a rule found in one record, with the cell's address as the sender sees it. */
export type Finding = Told & {
  fileNo: number;
  sheet: string;
  row: number;
  /** As the spreadsheet program shows it: A, B, … AA; null where the whole record is meant. */
  sourceColumn: string | null;
  contractColumn: string | null;
  raw: string | null;
  /** The sender's whole row; for rejections only. */
  record: string[] | null;
};

export const reject = (rule: RuleCode, params: RuleParams = {}): Told => ({ rule, severity: 'rejection', params });
export const warn = (rule: RuleCode, params: RuleParams = {}): Told => ({ rule, severity: 'warning', params });
