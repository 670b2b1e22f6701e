import type { Row } from '../checks/row.ts';

/** What a column holds; each kind is read by one parser (checks/cell-parsers.ts). */
export type CellType =
  | { kind: 'text'; maxLength?: number }
  | { kind: 'code' }
  | { kind: 'number'; min?: number; max?: number; isWhole?: true }
  | { kind: 'choice'; values: readonly string[]; words?: Readonly<Record<string, string>> }
  | { kind: 'flag' }
  | { kind: 'date' }
  | { kind: 'period' }
  | { kind: 'year'; era: 'buddhist' | 'common' }
  /** `isAnywhere`: need not stand in the sender's subtree, since it is only compared. */
  | { kind: 'unit'; isAnywhere?: true }
  | { kind: 'indicator' };

export type ContractColumn = {
  name: string;
  th: string;
  en: string;
  /** Headings that senders write instead. They are never read as this column, since they may mean another: the sender is asked. */
  alsoCalled?: readonly string[];
  type: CellType;
  isRequired?: boolean;
  /** One sentence for the template's instruction sheet. */
  aboutTh: string;
  aboutEn: string;
  example: string;
};

export type DatasetName = 'reading' | 'indicator' | 'agreement' | 'project' | 'milestone' | 'budget' | 'index';

/** The shape of one kind of data: columns, rules of the row, and what makes two records the same. */
export type Contract = {
  dataset: DatasetName;
  version: string;
  th: string;
  en: string;
  columns: readonly ContractColumn[];
  /** Rules that look at more than one cell; pure, told through the row. */
  check: (row: Row) => void;
  /** Natural key of a record within a run. */
  keyOf: (row: Row) => string;
};
