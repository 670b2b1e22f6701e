import { contributionsToSum, type RatioChange } from '#domain/roll-up/contribution.ts';
import { leadingParts, shownContributions, type ShownPart } from '#domain/roll-up/shown-contributions.ts';
import { Decimal, sumOf, toFixedHalfUp } from '#domain/numbers/decimal.ts';
import type { Tx } from '#db/connect.ts';
import type { RankedAgreement } from '#db/reads/agreement-ranking.ts';
import { getComparedKpis, type ComparedKpi } from '#db/reads/compared-kpis.ts';
import type { TacticalScope } from './tactical.server.ts';
import type { ContributionView, RowLink } from './tactical-view.ts';

/** Bars that a panel of half a screen's height holds, besides the rest and the total. */
const LEADING = 3;

type Named = { key: string; name: string; link: RowLink };

/** Each ministry's share in the change of their mean; every ministry counts the same. */
export function toMeanContributions(rows: readonly RankedAgreement[]): ContributionView | null {
  const scored = rows.filter((row) => row.score !== null || row.previousScore !== null);
  const children = scored.map((row) => ({
    code: row.unitCode,
    from: partOf(row.previousScore, '1'),
    to: partOf(row.score, '1'),
  }));
  return toRatioView(children, scored.map(toNamed), { of: 'units', factor: 1, places: 2, hasEffects: false });
}

/** Each KPI's share in the change of the score: weight × score over the weights that counted. */
export function toKpiContributions(
  now: readonly ComparedKpi[],
  before: readonly ComparedKpi[],
): ContributionView | null {
  const earlier = new Map(before.map((kpi) => [kpi.indicatorId, kpi]));
  const gone = before.filter((kpi) => !now.some((one) => one.indicatorId === kpi.indicatorId));
  const children = [
    ...now.map((kpi) => ({ kpi, from: earlier.get(kpi.indicatorId) ?? null, to: kpi })),
    ...gone.map((kpi) => ({ kpi, from: kpi, to: null })),
  ];
  const named = children.map(({ kpi }) => ({
    key: String(kpi.kpiId),
    name: kpi.name,
    link: { kind: 'kpi' as const, kpiId: kpi.kpiId },
  }));
  const changes = children.map(({ kpi, from, to }) => ({
    code: String(kpi.kpiId),
    from: weighted(from),
    to: weighted(to),
  }));
  return toRatioView(changes, named, { of: 'kpis', factor: 1, places: 2, hasEffects: false });
}

/** Each unit's share in the change of an indicator that adds up across units; null for one that does not. */
export async function toIndicatorContributions(
  tx: Tx,
  { page, query, compare }: TacticalScope,
  rows: readonly RankedAgreement[],
): Promise<ContributionView | null> {
  const { asOf, language } = page;
  const indicatorCode = query.indicator;
  const agreementIds = rows.map((row) => row.agreementId);
  const earlierIds = rows.flatMap((row) => row.previousAgreementId ?? []);
  const now = await getComparedKpis(tx, { agreementIds, round: page.round, indicatorCode, asOf, language });
  const earlier = { agreementIds: earlierIds, round: compare.round, indicatorCode, asOf, language };
  const before = await getComparedKpis(tx, earlier);
  const definition = now[0];
  if (!definition || before.length === 0) return null;
  const pairs = rows.map((row) => ({
    row,
    from: before.find((kpi) => kpi.unitId === row.unitId) ?? null,
    to: now.find((kpi) => kpi.unitId === row.unitId) ?? null,
  }));
  const { decimals: places, orgRollup, ratioScale } = definition;
  const known = pairs.filter(({ from, to }) => from?.actual != null || to?.actual != null);
  if (orgRollup === 'sum')
    return toSumView(
      known.map(({ row, from, to }) => ({ code: row.unitCode, from: from?.actual ?? null, to: to?.actual ?? null })),
      known.map(({ row }) => toNamed(row)),
      places,
    );
  if (orgRollup !== 'ratio_of_sums' && orgRollup !== 'weighted_avg' && orgRollup !== 'avg') return null;
  const isMean = orgRollup === 'avg';
  const partsOf = (kpi: ComparedKpi | null) =>
    kpi === null ? null : isMean ? partOf(kpi.actual, '1') : partOf(kpi.numerator, kpi.denominator);
  return toRatioView(
    known.map(({ row, from, to }) => ({ code: row.unitCode, from: partsOf(from), to: partsOf(to) })),
    known.map(({ row }) => toNamed(row)),
    { of: 'units', factor: isMean ? 1 : Number(ratioScale), places, hasEffects: !isMean },
  );
}

type RatioOptions = { of: ContributionView['of']; factor: number; places: number; hasEffects: boolean };

function toRatioView(children: RatioChange[], named: Named[], options: RatioOptions): ContributionView | null {
  const { of, factor, places, hasEffects } = options;
  const shown = shownContributions(children, factor, places);
  if (!shown) return null;
  return {
    of,
    places,
    ...{ from: shown.from, to: shown.to, change: shown.change },
    ...toLeading(shown.parts, named),
    effects: hasEffects ? effectsOf(shown.parts, shown.change, places) : null,
  };
}

function toSumView(
  children: { code: string; from: string | null; to: string | null }[],
  named: Named[],
  places: number,
): ContributionView {
  const { change, parts } = contributionsToSum(children);
  const total = (side: 'from' | 'to') => sumOf(children.flatMap((child) => child[side] ?? [])).toFixed();
  return {
    of: 'units',
    places,
    from: total('from'),
    to: total('to'),
    change,
    ...toLeading(parts, named),
    effects: null,
  };
}

function toLeading(parts: readonly { code: string; part: string; exact?: string }[], named: Named[]) {
  const { leading, rest } = leadingParts(parts, LEADING);
  const byKey = new Map(named.map((one) => [one.key, one]));
  return { leading: leading.map(({ code, part }) => ({ ...byKey.get(code)!, part })), rest };
}

/** Better or worse results of the units, and that the units' sizes changed: together the whole change. */
function effectsOf(parts: readonly ShownPart[], change: string, places: number): { rate: string; mix: string } {
  const rate = toFixedHalfUp(sumOf(parts.map((part) => part.rate)), places);
  return { rate, mix: toFixedHalfUp(new Decimal(change).minus(rate), places) };
}

const toNamed = (row: RankedAgreement): Named => ({
  key: row.unitCode,
  name: row.name,
  link: { kind: 'unit', code: row.unitCode },
});

const partOf = (num: string | null, den: string | null) => (num === null || den === null ? null : { num, den });

const weighted = (kpi: ComparedKpi | null) =>
  kpi?.countedScore == null
    ? null
    : { num: new Decimal(kpi.weight).times(kpi.countedScore).toFixed(), den: kpi.weight };
