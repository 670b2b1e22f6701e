import { Decimal, toFixedHalfUp } from '#domain/numbers/decimal.ts';
import { shownDifference } from '#domain/numbers/shown-difference.ts';
import { translator } from '#domain/messages/translate.ts';
import type { Tx } from '#db/connect.ts';
import type { RankedAgreement } from '#db/reads/agreement-ranking.ts';
import type { AgreementType } from '#db/reads/agreement-scores.ts';
import { getPerspectiveScores } from '#db/reads/perspective-scores.ts';
import { getMonthlyTrend, getYearlyTrend, type TrendPoint } from '#db/reads/score-trend.ts';
import { orderRows, toRankRow } from './ranking.server.ts';
import type { TacticalScope } from './tactical.server.ts';
import type { PairPart, TrendSeries, TrendView } from './tactical-view.ts';

/** Lines of the units over the year's months or over the years, worst first; two of them against each other if asked for. */
export async function getTrend(
  tx: Tx,
  scope: TacticalScope,
  rows: readonly RankedAgreement[],
  types: readonly AgreementType[],
): Promise<TrendView> {
  const { page, query } = scope;
  const points =
    query.by === 'month'
      ? await getMonthlyTrend(tx, { agreementIds: rows.map((row) => row.agreementId), asOf: page.asOf })
      : await getYearlyTrend(tx, {
          unitIds: rows.map((row) => row.unitId),
          types,
          upTo: page.fiscalYear,
          asOf: page.asOf,
        });
  const periods = periodsOf(points);
  const ordered = orderRows(rows.map(toRankRow), 'score').map((row) => rows.find((one) => one.unitCode === row.key)!);
  const series = ordered.map((row) => toSeries(row, points, periods));
  return { by: query.by, periods, series, pair: await getPair(tx, scope, rows, series) };
}

function periodsOf(points: readonly TrendPoint[]): TrendView['periods'] {
  const known = new Map(points.map((point) => [point.periodId, point.endsOn]));
  return [...known]
    .sort(([left], [right]) => left - right)
    .map(([id, endsOn]) => ({ key: String(id), endsOn, fiscalYear: Math.floor(id / 100_000) }));
}

function toSeries(row: RankedAgreement, points: readonly TrendPoint[], periods: TrendView['periods']): TrendSeries {
  const mine = new Map(points.filter((one) => one.unitId === row.unitId).map((one) => [String(one.periodId), one]));
  return {
    key: row.unitCode,
    name: row.name,
    shortName: row.shortName,
    values: periods.map(({ key }) => mine.get(key)?.score ?? null),
    plans: periods.map(({ key }) => mine.get(key)?.plannedScore ?? null),
    status: row.status ?? 'no_data',
  };
}

async function getPair(
  tx: Tx,
  { page, query }: TacticalScope,
  rows: readonly RankedAgreement[],
  series: readonly TrendSeries[],
): Promise<TrendView['pair']> {
  const [one, two] = query.pair.map((code) => series.find(({ key }) => key === code));
  if (!one) return null;
  const second = two ?? toMean(series, page.language);
  const ids = [one, two].flatMap((named) => rows.find((row) => row.unitCode === named?.key)?.agreementId ?? []);
  const scores = await getPerspectiveScores(tx, { agreementIds: ids, round: page.round, asOf: page.asOf });
  const scoreOf = (id: number | undefined, perspective: string) =>
    scores.find((score) => score.agreementId === id && score.perspective === perspective)?.score ?? null;
  const perspectives = [...new Set(scores.map((score) => score.perspective))];
  const parts = perspectives.map((perspective): PairPart => {
    const [first, other] = [scoreOf(ids[0], perspective), scoreOf(ids[1], perspective)];
    return { perspective, first, second: other, difference: shownDifference(first, other) };
  });
  return { first: one, second, parts };
}

/** The mean of all the lines, every unit counting the same. */
function toMean(series: readonly TrendSeries[], language: 'th' | 'en'): TrendSeries {
  const name = translator(language)('tactical.meanOfUnits');
  const values = (series[0]?.values ?? []).map((_value, index) => {
    const known = series.flatMap(({ values: all }) => all[index] ?? []);
    return known.length === 0 ? null : toFixedHalfUp(Decimal.sum(...known).dividedBy(known.length), 4);
  });
  return { key: 'mean', name, shortName: name, values, plans: values.map(() => null), status: 'no_data' };
}
