import { Link } from '@remix-run/react';
import { DataStateDrawing, DataStateMark, type DataState } from '#app/components/data-state-mark.tsx';
import { useT } from '#app/components/words.tsx';
import { ChartFrame, type ChartFrameProps } from './chart-frame.tsx';

export type DotCalendarRow = { key: string; name: string; href?: string; cells: { state: DataState; href?: string }[] };
export type DotCalendarProps = ChartFrameProps & {
  columns: { key: string; label: string }[];
  rows: DotCalendarRow[];
  /** What the rows are; units, where it is not said. */
  rowsAre?: string;
};

/** Who has delivered what, unit by period: a table whose cells are marks, so it is its own table twin. */
export function DotCalendar({ columns, rows, rowsAre, ...frame }: DotCalendarProps) {
  const t = useT();
  const shown = [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.state)))];
  return (
    <ChartFrame {...frame}>
      <div className="table-scroll" role="group" aria-label={frame.title} tabIndex={0}>
        <table className="data-table dot-calendar">
          <caption className="hidden-text">{frame.title}</caption>
          <thead>
            <tr>
              <th scope="col">{rowsAre ?? t('measure.unit')}</th>
              {columns.map((column) => (
                <th key={column.key} scope="col" className="dot-head">
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">
                  {row.href ? (
                    <Link className="plain" to={row.href}>
                      <span className="lines-2">{row.name}</span>
                    </Link>
                  ) : (
                    <span className="lines-2">{row.name}</span>
                  )}
                </th>
                {row.cells.map((cell, index) => (
                  <td key={columns[index]?.key ?? index}>
                    <Cell state={cell.state} href={cell.href} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="legend">
        {shown
          .filter((state) => state !== 'not_applicable')
          .map((state) => (
            <DataStateMark key={state} state={state} />
          ))}
      </p>
    </ChartFrame>
  );
}

function Cell({ state, href }: { state: DataState; href?: string }) {
  const t = useT();
  const word = t(`dataState.${state}`);
  const mark = (
    <>
      <DataStateDrawing state={state} />
      <span className="hidden-text">{word}</span>
    </>
  );
  return href ? (
    <Link className="dot-cell" to={href}>
      {mark}
    </Link>
  ) : (
    <span className="dot-cell">{mark}</span>
  );
}
