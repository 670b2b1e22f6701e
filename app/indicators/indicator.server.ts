import { panels } from '#app/access/viewer.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { getPageScope, type PageScope } from '#app/filters/page-scope.server.ts';
import { sliceOf } from '#app/filters/scope.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { toState } from '#app/sheet/figure-parts.server.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import { getChildFigures, getFigure, getSliceId, type FigureKey } from '#db/reads/figures.ts';
import { getApartFigures, getIndicatorPeriods, getIndicatorPlan } from '#db/reads/indicator-periods.ts';
import { getIndicator, getNearestIndicators, type IndicatorRow } from '#db/reads/indicators.ts';
import { getPromisingKpis } from '#db/reads/kpi-links.ts';
import type { Tx } from '#db/connect.ts';
import { formatPeriod } from '#domain/format/period.ts';
import { translator } from '#domain/messages/translate.ts';
import type { Language } from '#domain/messages/words.ts';
import { periodOfId, yearPeriod } from '#domain/time/period.ts';
import type { IndicatorPageView } from './indicator-view.ts';

export type IndicatorParameters = Scope & { code: string; sheet?: string | null };

/** One indicator in the scope of one unit: what it means, its periods, what units below contribute, who promises it. */
export async function getIndicatorView(
  tx: Tx,
  viewer: Viewer,
  parameters: IndicatorParameters,
): Promise<IndicatorPageView> {
  const { language } = viewer;
  const indicator = await getIndicatorOrNearest(tx, parameters.code, language);
  const page = await getPageScope(tx, viewer, parameters);
  const { unit, asOf, fiscalYear } = page;
  const sliceId = (await getSliceId(tx, sliceOf(parameters))) ?? 0;
  const { indicatorId } = indicator;
  const key = { unitId: unit.id, indicatorId, fiscalYear, periodId: yearPeriod(fiscalYear).id, sliceId };
  const args = { ...key, asOf, language };
  const total = await getTotal(tx, page, key);
  const plan = await getIndicatorPlan(tx, args);
  const read = await panels(tx, {
    periods: async (inner) =>
      (await getIndicatorPeriods(inner, args)).map((row) => ({ ...row, name: periodName(row.periodId, language) })),
    apart: async (inner) =>
      (await getApartFigures(inner, { ...args, limit: 3 })).map((row) => ({
        period: periodName(row.periodId, language),
        ofRecord: row.ofRecord,
        other: row.other,
        isOtherReported: row.otherBasis === 'reading',
      })),
    children: async (inner) =>
      (await getChildFigures(inner, { ...args, limit: 40 })).map((row) => ({
        ...row,
        state: toState(row) ?? null,
        isRolledUp: row.basis !== 'reading',
      })),
    promises: (inner) => getPromisingKpis(inner, { ...args, limit: 12 }),
    sheet: (inner) => getSheetView(inner, viewer, { name: parameters.sheet ?? null, asOf }),
  });
  return {
    title: translator(language)('indicatorPage.title', { indicator: indicator.name }),
    indicator: toDefinition(indicator),
    unit: { code: unit.code, name: unit.name },
    fiscalYear,
    asOfOn: page.day,
    publicationId: page.publication?.id ?? null,
    sliceId,
    total,
    plan,
    ...read,
  };
}

async function getIndicatorOrNearest(tx: Tx, code: string, language: Language): Promise<IndicatorRow> {
  const indicator = await getIndicator(tx, { code, language });
  if (indicator) return indicator;
  const nearest = await getNearestIndicators(tx, { text: code, language });
  throw Response.json(
    { nearest: nearest.map((one) => ({ label: one.name, href: `/indicators/${encodeURIComponent(one.code)}` })) },
    { status: 404 },
  );
}

async function getTotal(tx: Tx, { asOf, language }: PageScope, key: FigureKey): Promise<IndicatorPageView['total']> {
  const figure = await getFigure(tx, { ...key, asOf, language });
  return (
    figure && {
      periodId: figure.periodId,
      value: figure.value,
      through: figure.throughPeriodId === null ? null : periodName(figure.throughPeriodId, language),
      unitsReported: figure.unitsReported,
      unitsExpected: figure.unitsExpected,
    }
  );
}

function toDefinition(row: IndicatorRow): IndicatorPageView['indicator'] {
  const { indicatorId: _id, isShare: _share, ownerCode, ownerName, ...rest } = row;
  return { ...rest, owner: { code: ownerCode, name: ownerName } };
}

const periodName = (id: number, language: Language) => formatPeriod(periodOfId(id), language);
