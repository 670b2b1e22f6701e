import { Link } from '@remix-run/react';
import type { ReactNode } from 'react';
import { useT } from './words.tsx';

export type Column<Row> = {
  key: string;
  label: string;
  align?: 'text' | 'number';
  /** Sorting is a link; `sorted` says how the rows stand now. */
  sortHref?: string;
  sorted?: 'ascending' | 'descending';
  /** This column names the row. */
  isName?: boolean;
  cell: (row: Row) => ReactNode;
};

export type DataTableProps<Row> = {
  caption: string;
  hideCaption?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  empty?: ReactNode;
};

/** A table for reading: named, with row and column headers, sorted by links. */
export function DataTable<Row>({ caption, hideCaption, columns, rows, rowKey, empty }: DataTableProps<Row>) {
  const t = useT();
  if (rows.length === 0) return <>{empty ?? <p className="empty">{t('empty.noRows')}</p>}</>;
  return (
    <div className="table-scroll" role="group" aria-label={caption} tabIndex={0}>
      <table className="data-table">
        <caption className={hideCaption ? 'hidden-text' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" aria-sort={column.sorted} className={classOf(column)}>
                {column.sortHref ? (
                  <Link to={column.sortHref} preventScrollReset replace>
                    {column.label}
                    <SortMark sorted={column.sorted} />
                  </Link>
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>{columns.map((column) => toCell(column, row))}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function toCell<Row>(column: Column<Row>, row: Row) {
  const content = column.cell(row);
  return column.isName ? (
    <th key={column.key} scope="row" className={classOf(column)}>
      {content}
    </th>
  ) : (
    <td key={column.key} className={classOf(column)}>
      {content}
    </td>
  );
}

function SortMark({ sorted }: { sorted?: 'ascending' | 'descending' }) {
  if (!sorted) return null;
  return (
    <svg className="chevron" viewBox="0 0 12 12" aria-hidden="true">
      <path d={sorted === 'ascending' ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'} fill="none" strokeWidth="2" />
    </svg>
  );
}

const classOf = (column: { align?: 'text' | 'number' }) => (column.align === 'number' ? 'number' : undefined);
