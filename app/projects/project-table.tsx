import { Link } from '@remix-run/react';
import { OpenDotSign, TargetSign } from '#app/charts/key-signs.tsx';
import { SlipBar } from '#app/charts/slip-bar.tsx';
import { useFigures } from '#app/components/format.ts';
import { StatusShape, useStatusWord } from '#app/components/status-badge.tsx';
import { WholeWords } from '#app/components/whole-words.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref, useScopeHref } from '#app/filters/scope-href.ts';
import { SheetLink } from '#app/sheet/sheet-link.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { slipStateOf } from '#domain/projects/slip.ts';
import { toShortTitle } from '#domain/text/short-title.ts';
import { GateMark } from './gate-mark.tsx';
import type { PhaseView, ProjectQuery, ProjectRow, ProjectSort } from './projects-view.ts';
import { toAxis, toCostLabel, toShareLabel } from './projects-series.ts';

type TableProps = { rows: ProjectRow[]; query: ProjectQuery; phases: PhaseView[]; today: string; isCompact: boolean };

/** Worst first: the phase, how late and how much of that has come true, over what cost, money against work, the gate, who answers, and what it serves. */
export function ProjectTable({ rows, query, phases, today, isCompact }: TableProps) {
  const t = useT();
  const axis = toAxis(rows);
  const phaseOf = (row: ProjectRow) => phases.find(({ phase }) => phase === row.phase)?.name ?? row.phase ?? '–';
  return (
    <div className={isCompact ? 'project-fit' : 'table-scroll'}>
      <table className="data-table project-table">
        <caption className="hidden-text">{t('nav.projects')}</caption>
        <thead>
          <tr>
            <SortHead sort="name" query={query} label={t('projects.project')} />
            <th scope="col">
              {t('projects.phase')}
              <span className="only-wide"> · {t('projects.gate')}</span>
            </th>
            <SortHead sort="slip" query={query} label={t('projects.slip')} isNumber />
            <th scope="col" className="only-wide">
              <TargetSign /> {t('measure.plan')} <OpenDotSign /> {t('measure.forecast')}
            </th>
            <SortHead sort="cost" query={query} label={t('projects.cost')} isNumber />
            <SortHead sort="gap" query={query} label={t('projects.moneyWork')} isNumber />
            <th scope="col" className="not-narrow">
              {t('projects.owner')}
            </th>
            <th scope="col">{t('projects.serves')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.code} row={row} axis={axis} phase={phaseOf(row)} today={today} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortHead({
  sort,
  query,
  label,
  isNumber,
}: {
  sort: ProjectSort;
  query: ProjectQuery;
  label: string;
  isNumber?: boolean;
}) {
  const here = useHereHref();
  const isSorted = query.sort === sort;
  const isAscending = isSorted ? !query.isAscending : sort === 'name';
  return (
    <th
      scope="col"
      className={isNumber ? 'number' : undefined}
      aria-sort={isSorted ? (query.isAscending ? 'ascending' : 'descending') : undefined}
    >
      <Link to={here({ sort, dir: isAscending ? 'asc' : 'desc' })} preventScrollReset replace>
        {label}
        {isSorted && (
          <svg className="chevron" viewBox="0 0 12 12" aria-hidden="true">
            <path d={query.isAscending ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'} fill="none" strokeWidth="2" />
          </svg>
        )}
      </Link>
    </th>
  );
}

type RowProps = {
  row: ProjectRow;
  axis: { from: string; to: string } | null;
  phase: string | number;
  today: string;
};

function Row({ row, axis, phase, today }: RowProps) {
  const t = useT();
  const figures = useFigures();
  const word = useStatusWord('project');
  const scopeHref = useScopeHref();
  const { plannedStartOn: start, plannedEndOn: plan } = row;
  return (
    <tr>
      <th scope="row">
        <Link className="plain project-name" to={scopeHref(`/projects/${row.code}`)}>
          <span className="lines-2">
            <WholeWords text={row.name} />
          </span>
          <span className="hidden-text">{row.unitName}</span>
        </Link>
      </th>
      <td>
        <span className="lines-2">{phase}</span>
        <RowGate gate={row.eaGate} />
      </td>
      <td className="number">
        <SheetLink sheet={sheetName.project(row.code)} className="plain project-slip">
          <StatusShape status={row.status} />
          <span className={`strong is-${row.status}`}>
            {row.slipDays === null ? '–' : figures.number(row.slipDays)}
          </span>
          <SlipState row={row} today={today} />
          <span className="hidden-text">{`${word(row.status)} ${row.name}`}</span>
        </SheetLink>
      </td>
      <td className="only-wide">
        {axis && start && plan && (
          <SlipBar
            dates={{ start, plan, forecast: row.forecastEndOn, finish: row.actualEndOn }}
            from={axis.from}
            to={axis.to}
            status={row.status}
          />
        )}
      </td>
      <td className="number">{toCostLabel(row.costVariance, figures)}</td>
      <td className="number">
        {row.flags.includes('money_and_work_apart') && (
          <span className="project-apart" title={t('projects.flag_money_and_work_apart')}>
            <StatusShape status="at_risk" />
            <span className="hidden-text">{t('projects.flag_money_and_work_apart')}</span>
          </span>
        )}
        {t('projects.moneyWorkOf', {
          spent: toShareLabel(row.spentShare, figures),
          done: toShareLabel(row.percentDone, figures),
        })}
      </td>
      <td className="not-narrow">
        <span className="lines-2">
          <WholeWords text={row.ownerTitle ? toShortTitle(row.ownerTitle) : row.unitShortName} />
        </span>
      </td>
      <td>
        <Serves row={row} />
      </td>
    </tr>
  );
}

/** A gate that is not needed says nothing of a project: only the others stand beneath the phase. */
function RowGate({ gate }: { gate: ProjectRow['eaGate'] }) {
  if (gate === null || gate === 'not_needed') return null;
  // A narrow table has room for the one that stops a project.
  return (
    <span className={`project-row-gate ${gate === 'blocking' ? '' : 'only-wide'}`}>
      <GateMark gate={gate} isNamed />
    </span>
  );
}

/** How much of the slip has come true; the number alone does not say. */
function SlipState({ row, today }: Pick<RowProps, 'row' | 'today'>) {
  const t = useT();
  const figures = useFigures();
  const state = slipStateOf(row, today);
  if (!state) return null;
  return (
    <span className="project-slip-state">
      {state.kind === 'begun'
        ? t('projects.slip_begun', { days: figures.number(state.days) })
        : t(`projects.slip_${state.kind}`)}
    </span>
  );
}

function Serves({ row }: { row: ProjectRow }) {
  const t = useT();
  const scopeHref = useScopeHref();
  if (!row.indicatorCode) return <span className="quiet">{t('projects.servesNothing')}</span>;
  const to = row.kpi ? scopeHref(`/agreements/${row.kpi.agreementId}`) : scopeHref(`/indicators/${row.indicatorCode}`);
  return (
    <Link className="project-serves" to={to} title={row.indicatorName ?? undefined}>
      <span className="lines-2">
        {row.kpi
          ? t('projects.servesKpi', { no: row.kpi.no, unit: row.kpi.agreementUnit })
          : t('projects.servesIndicator')}
      </span>
    </Link>
  );
}
