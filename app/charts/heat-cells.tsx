import { Link } from '@remix-run/react';
import { DataStateMark, type DataState } from '#app/components/data-state-mark.tsx';
import { StatusShape, useStatusWord, type StatusCode } from '#app/components/status-badge.tsx';
import { useT } from '#app/components/words.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';

export type HeatCell = { valueLabel: string | null; status?: StatusCode; state?: DataState; href?: string };
export type HeatRow = { key: string; name: string; href?: string; cells: HeatCell[] };
export type HeatCellsProps = ChartFrameProps & {
  columns: { key: string; label: string; href?: string }[];
  rows: HeatRow[];
  /** What the rows are; units unless told otherwise. */
  rowsLabel?: string;
};

/** Unit × KPI: a table with the number in a cell tinted by its status, and the status' shape beside it. */
export function HeatCells({ columns, rows, rowsLabel, ...frame }: HeatCellsProps) {
  const t = useT();
  return (
    <ChartFrame {...frame}>
      <div className="table-scroll" role="group" aria-label={frame.title} tabIndex={0}>
        <table className="data-table heat">
          <caption className="hidden-text">{frame.title}</caption>
          <thead>
            <tr>
              <th scope="col">{rowsLabel ?? t('measure.unit')}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col">
                  <span className="lines-2">
                    {column.href ? (
                      <Link className="plain" to={column.href}>
                        {column.label}
                      </Link>
                    ) : (
                      column.label
                    )}
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.href ? (
                    <Link className="plain lines-2" to={row.href}>
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={columns[index]?.key ?? index} className={cell.status ? `tint-${cell.status}` : undefined}>
                    <CellBody cell={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}

function CellBody({ cell }: { cell: HeatCell }) {
  const word = useStatusWord();
  const body =
    cell.valueLabel === null ? (
      <DataStateMark state={cell.state ?? 'missing'} bare />
    ) : (
      <>
        {cell.status && <StatusShape status={cell.status} />}
        <span>{cell.valueLabel}</span>
        {cell.status && <span className="hidden-text">{word(cell.status)}</span>}
      </>
    );
  return cell.href ? (
    <Link className="heat-cell plain" to={cell.href}>
      {body}
    </Link>
  ) : (
    <span className="heat-cell">{body}</span>
  );
}
