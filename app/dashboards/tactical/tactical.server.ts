import { translator } from '#domain/messages/translate.ts';
import { previousRound } from '#domain/time/rounds.ts';
import { panel } from '#app/access/viewer.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { toFormat } from '#app/components/format.ts';
import { getPageScope, type PageScope } from '#app/filters/page-scope.server.ts';
import { sliceOf } from '#app/filters/scope.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import type { Tx } from '#db/connect.ts';
import { getSlices } from '#db/reads/slices.ts';
import { getAgreementsPart } from './agreements-part.server.ts';
import { getKpisPart } from './kpis-part.server.ts';
import type { RoundKey, TacticalKind, TacticalQuery, TacticalView } from './tactical-view.ts';
import { getUnitsPart } from './units-part.server.ts';

export type TacticalParameters = Scope & TacticalQuery & { sheet?: string | null };

/** What every part of the dashboard reads by. */
export type TacticalScope = {
  page: PageScope;
  viewer: Viewer;
  query: TacticalQuery;
  compare: RoundKey;
  /** 'ALL', or the perspective that the slice names. */
  perspective: string;
  isChoosing: boolean;
};

export type TacticalFrame = Omit<
  TacticalView,
  'certainty' | 'coverage' | 'summary' | 'rank' | 'contributions' | 'spending' | 'checks' | 'heat' | 'trend' | 'options'
>;
export type TacticalPart = Omit<TacticalView, keyof TacticalFrame>;

/**
 * How do results compare, and why? The Prime Minister's side compares ministries, a ministry its units, a unit its own
 * KPIs, and the commission all agreements.
 */
export async function getTacticalView(tx: Tx, viewer: Viewer, parameters: TacticalParameters): Promise<TacticalView> {
  const page = await getPageScope(tx, viewer, parameters);
  const { sheet, unit: _unit, fy: _fy, round: _round, slice: _slice, asOf: _asOf, ...query } = parameters;
  const kind = kindOf(page, viewer);
  const slice = sliceOf(parameters);
  const before = previousRound({ fiscalYear: page.fiscalYear, months: page.round });
  const scope: TacticalScope = {
    page,
    viewer,
    query,
    compare: query.compare ?? { fiscalYear: before.fiscalYear, round: before.months },
    perspective: slice.kind === 'perspective' ? slice.code : 'ALL',
    isChoosing: sheet === 'compare',
  };
  const { unit, fiscalYear, round, asOf, language } = page;
  const frame: TacticalFrame = {
    title: translator(language)('tactical.title', {
      unit: unit.name,
      year: toFormat(language, (text) => text).fiscalYear(fiscalYear),
    }),
    kind,
    unit: { code: unit.code, name: unit.name },
    fiscalYear,
    round,
    asOf,
    publicationId: page.publication?.id ?? null,
    asOfOn: page.day,
    sliceName: scope.perspective === 'ALL' ? null : ((await getSlices(tx, { ...slice, language }))[0]?.name ?? null),
    query,
    compare: scope.compare,
    sheet: await panel(tx, 'sheet', (inner) => getSheetView(inner, viewer, { name: sheet ?? null, asOf })),
  };
  const part = {
    ministries: getUnitsPart,
    departments: getUnitsPart,
    kpis: getKpisPart,
    agreements: getAgreementsPart,
  };
  return { ...frame, ...(await part[kind](tx, scope)) };
}

function kindOf({ unit }: PageScope, viewer: Viewer): TacticalKind {
  if (unit.level === 'PMOC') return viewer.role === 'opdc' ? 'agreements' : 'ministries';
  return unit.level === 'MOC' ? 'departments' : 'kpis';
}
