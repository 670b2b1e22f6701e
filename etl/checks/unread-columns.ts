import type { Contract } from '../datasets/contract.ts';
import type { HeaderRow, SourceRecord } from '../decode/record.ts';
import type { PlannedColumn } from '../mappings/column-plan.ts';
import { tellHeadings } from '../mappings/headings.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { findUnread, tellColumn, tellColumns } from '../mappings/unread-headings.ts';
import { warn, type Told } from './finding.ts';

/** Something said of a whole column: `index` from 0, where it is one. */
type ToldOfColumn = { told: Told; row: number; index: number | null; raw: string | null };

/**
 * Says once per sheet which of its columns are not read: each that is likely meant for one of the form, then the others
 * together, and any without a heading when it first holds something.
 */
export class UnreadColumns {
  private waiting: Omit<ToldOfColumn, 'row'>[];
  /** Columns without a heading in which nothing has stood so far. */
  private unnamed: number[];

  constructor(
    contract: Contract,
    mapping: Mapping,
    private readonly header: HeaderRow,
    plans: readonly (PlannedColumn | null)[],
  ) {
    const unread = findUnread(contract, mapping, header, plans);
    const near = unread.flatMap(({ index, heading, meant }) => {
      if (meant === null) return [];
      const params = { column: tellColumn({ index, heading }), allowed: tellHeadings(mapping.columns[meant]!) };
      return [{ told: warn('column_unread_near', params), index, raw: heading }];
    });
    // An answer without a row of headings comes from a machine, which sends keys of its own as a matter of course.
    const others = header.row === 0 ? [] : unread.filter(({ meant }) => meant === null);
    const [only] = others.length === 1 ? others : [];
    const params = { columns: tellColumns(others.map(tellColumn)) };
    this.waiting =
      others.length === 0
        ? near
        : [...near, { told: warn('column_unread', params), index: only?.index ?? null, raw: only?.heading ?? null }];
    this.unnamed = header.names.flatMap((name, index) => (name.trim() === '' ? [index] : []));
  }

  /** True when there is nothing left that a record could bring up. */
  get isDone(): boolean {
    return this.waiting.length === 0 && this.unnamed.length === 0;
  }

  /** What is to be said when this record is read. */
  take({ row, cells }: SourceRecord): ToldOfColumn[] {
    const told = this.waiting.map((one) => ({ ...one, row: this.header.row || row }));
    this.waiting = [];
    for (const index of this.unnamed) {
      const raw = cells[index] ?? '';
      if (raw.trim() !== '') told.push({ told: warn('column_unnamed'), row, index, raw });
    }
    if (told.length > 0) this.unnamed = this.unnamed.filter((index) => (cells[index] ?? '').trim() === '');
    return told;
  }
}
