import { useId, type ReactNode } from 'react';
import { EmptyState, type EmptyStateProps } from '#app/components/empty-state.tsx';
import { ErrorPanel } from '#app/components/error-panel.tsx';
import { useT } from '#app/components/words.tsx';

export type ChartState = 'ready' | 'loading' | 'late' | 'error' | 'empty';

/** The same numbers as a table; cells are formatted. The first cell of a row names it. */
export type TableTwin = { columns: string[]; rows: { key: string; cells: string[]; href?: string }[] };

export type ChartFrameProps = {
  /** The finding, a sentence. */
  title: string;
  /** Measure and unit. */
  subtitle?: string;
  /** What the marks mean, after the subtitle. */
  legend?: ReactNode;
  /** One sentence made from the numbers, for those who do not see the drawing. */
  summary?: string;
  state?: ChartState;
  /** What is missing, who owes it, by when: shown instead of a bare axis. */
  empty?: EmptyStateProps;
  table?: TableTwin;
  action?: ReactNode;
  className?: string;
};

/** Owns what every chart must say: finding, measure, the state of its data, and the same numbers as a table. */
export function ChartFrame({ children, ...frame }: ChartFrameProps & { children: ReactNode }) {
  const { title, subtitle, legend, summary, state = 'ready', table, action, className = '' } = frame;
  const id = useId();
  const t = useT();
  const isDrawn = state !== 'error' && state !== 'empty';
  return (
    <section
      className={`panel chart ${state === 'loading' ? 'panel-loading' : ''} ${className}`}
      aria-labelledby={id}
      aria-busy={state === 'loading' || undefined}
    >
      <div className="panel-head">
        <h2 id={id} className="lines-2">
          {title}
        </h2>
        {action && <div className="panel-action">{action}</div>}
      </div>
      {(subtitle || legend) && (
        <p className="chart-subtitle">
          {subtitle} {legend}
        </p>
      )}
      {summary && <p className="hidden-text">{summary}</p>}
      {state === 'late' && <p className="chart-note">{t('freshness.late')}</p>}
      {state === 'loading' && <p className="hidden-text">{t('freshness.loading')}</p>}
      <div className="panel-body">
        {isDrawn ? (
          children
        ) : state === 'error' ? (
          <ErrorPanel />
        ) : (
          <EmptyState what={t('empty.noRows')} {...frame.empty} />
        )}
      </div>
      {isDrawn && table && <Twin title={title} table={table} />}
    </section>
  );
}

function Twin({ title, table }: { title: string; table: TableTwin }) {
  const t = useT();
  return (
    <details className="table-twin">
      <summary>{t('chart.showTable')}</summary>
      <div className="twin-body" role="group" aria-label={title} tabIndex={0}>
        <table className="data-table">
          <caption className="hidden-text">{title}</caption>
          <thead>
            <tr>
              {table.columns.map((column, index) => (
                <th key={column} scope="col" className={index > 0 ? 'number' : undefined}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key}>
                {row.cells.map((cell, index) =>
                  index === 0 ? (
                    <th key={index} scope="row">
                      {row.href ? <a href={row.href}>{cell}</a> : cell}
                    </th>
                  ) : (
                    <td key={index} className="number">
                      {cell}
                    </td>
                  ),
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
