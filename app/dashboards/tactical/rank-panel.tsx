import { Link } from '@remix-run/react';
import { RankedDots } from '#app/charts/ranked-dots.tsx';
import { useFigures, useFormat } from '#app/components/format.ts';
import { Pagination } from '#app/components/pagination.tsx';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { useHereHref } from '#app/filters/scope-href.ts';
import { toRankAxis, toRankedRow } from './tactical-series.ts';
import type { RankRow, RankView, TacticalView } from './tactical-view.ts';
import { useRowHref } from './use-row-href.ts';

/** Who? Worst first, as many rows as there is room for; all of them are one tap away. */
export function RankPanel({ view }: { view: TacticalView }) {
  const t = useT();
  const title = useRankTitle(view);
  if (!view.rank.ok) return <Panel title={title} className="span-8 rows-2" state="failed" />;
  return <Ranking view={view} rank={view.rank.value} title={title} label={t('tactical.rank')} />;
}

function Ranking({ view, rank, title }: { view: TacticalView; rank: RankView; title: string; label: string }) {
  const t = useT();
  const format = useFormat();
  const figures = useFigures();
  const here = useHereHref();
  const rowHref = useRowHref(view.round);
  const { ticks, line } = toRankAxis(rank);
  const nameOf = (row: RankRow) =>
    row.type ? t('tactical.nameOfType', { name: row.name, type: t(`tactical.type_${row.type}`) }) : row.name;
  const rounds = { now: format.round(view.round), before: beforeOf(view, format) };
  const isFirst = view.query.page === null;
  return (
    <>
      <RankedDots
        className={isFirst ? 'span-8 rows-2 tactical-rank' : ''}
        title={title}
        subtitle={
          rank.measure.unit === null
            ? t('tactical.rankSubtitle', rounds)
            : t('tactical.rankIndicatorSubtitle', { ...rounds, unit: rank.measure.unit })
        }
        state={rank.rows.length === 0 ? 'empty' : 'ready'}
        empty={{
          what: t(view.query.indicator ? 'tactical.noIndicator' : 'tactical.noRows'),
          action: { label: t('tactical.clear'), href: here({ indicator: null, check: null, order: null, page: null }) },
        }}
        action={
          isFirst &&
          rank.total > 5 && (
            <Link to={here({ page: 1 })}>{t('tactical.seeAll', { count: format.number(rank.total) })}</Link>
          )
        }
        rows={rank.rows.map((row) => toRankedRow(row, rank.measure, figures, rowHref(row.link), nameOf(row)))}
        min={ticks[0]!}
        max={ticks.at(-1)!}
        ticks={ticks}
        line={line}
      />
      {!isFirst && <Pagination page={rank.page} pages={rank.pages} hrefFor={(page) => here({ page })} />}
    </>
  );
}

const beforeOf = ({ compare, fiscalYear }: TacticalView, format: ReturnType<typeof useFormat>) =>
  compare.fiscalYear === fiscalYear
    ? format.round(compare.round)
    : `${format.round(compare.round)} ${format.fiscalYear(compare.fiscalYear)}`;

const CHECK_TITLES = { below3: 'tactical.rankBelow3', easy: 'tactical.rankEasy' } as const;
const KIND_TITLES = {
  ministries: 'tactical.rankMinistries',
  departments: 'tactical.rankDepartments',
  kpis: 'tactical.rankKpis',
  agreements: 'tactical.rankAgreements',
} as const;

function useRankTitle({ kind, query, rank, checks }: TacticalView): string {
  const t = useT();
  const format = useFormat();
  const { check, order } = query;
  const indicator = rank.ok ? rank.value.measure.name : null;
  if (indicator) return t('tactical.rankIndicator', { name: indicator });
  if (check === 'unsigned')
    return t('tactical.rankUnsigned', { year: format.fiscalYear(checks?.ok ? checks.value.unsignedYear : 0) });
  if (check) return t(CHECK_TITLES[check]);
  if (order === 'gap') return t('tactical.rankGap');
  return order === 'change' ? t('tactical.rankChange') : t(KIND_TITLES[kind]);
}
