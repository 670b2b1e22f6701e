import { useT } from '#app/components/words.tsx';
import type { FindingRow } from './run-view.ts';

/** Where it stands in the sender's own file, what was sent there, and how to mend it. */
export function FindingLine({ finding, hasRow = false }: { finding: FindingRow; hasRow?: boolean }) {
  const t = useT();
  const { sentence, rawValue, severity, record } = finding;
  return (
    <li className="finding">
      <p>
        <span className={severity === 'rejection' ? 'strong' : undefined}>{usePlace(finding)}</span>
        {rawValue !== null && (
          <span className="finding-raw">{` ${rawValue.trim() === '' ? t('runs.emptyCell') : t('runs.rawValue', { value: shorten(rawValue) })}`}</span>
        )}
      </p>
      <p className="quiet">{sentence}</p>
      {hasRow && record && <WholeRow record={record} marked={finding.sourceColumn} />}
    </li>
  );
}

function usePlace({ fileName, sheet, rowNo, sourceColumn, sourceHeader }: FindingRow): string {
  const t = useT();
  const cell =
    sourceColumn === null ? t('runs.place', { row: rowNo }) : t('runs.placeCell', { row: rowNo, column: sourceColumn });
  const header = sourceHeader === null ? '' : ` (${sourceHeader})`;
  return [fileName, sheet && t('runs.placeSheet', { sheet }), `${cell}${header}`].filter(Boolean).join(' · ');
}

function WholeRow({ record, marked }: { record: NonNullable<FindingRow['record']>; marked: string | null }) {
  const t = useT();
  return (
    <details className="whole-row">
      <summary className="action-link">{t('runs.wholeRow')}</summary>
      <div className="table-scroll" role="region" aria-label={t('runs.wholeRow')} tabIndex={0}>
        <table className="data-table">
          <thead>
            <tr>
              {record.map(({ column, header }) => (
                <th key={column} scope="col">
                  {t('runs.cell', { column, header: header ?? '' })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {record.map(({ column, value }) => (
                <td key={column} className={column === marked ? 'strong' : undefined}>
                  {value}
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
    </details>
  );
}

const shorten = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text);
