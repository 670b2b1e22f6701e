import {
  getChildFigures,
  getFigure,
  getOtherFigure,
  getPeriodFigures,
  type FigureKey,
  type FigureRow,
  type OtherFigureRow,
} from '#db/reads/figures.ts';
import { getIndicator, type IndicatorRow } from '#db/reads/indicators.ts';
import { getUnit } from '#db/reads/units.ts';
import type { Tx } from '#db/connect.ts';
import { periodOfId } from '#domain/time/period.ts';
import { toFigureParts, toSourceParts } from './figure-parts.server.ts';
import { toRuleName } from './rule-name.ts';
import type { SheetFact, SheetPart, SheetView } from './sheet-view.ts';
import { fact, type Teller } from './teller.server.ts';

type Args = { unitCode: string; indicatorCode: string; periodId: number; sliceId: number };

/** The number of record of a unit, indicator and period. */
export async function getFigureSheet(tx: Tx, teller: Teller, args: Args): Promise<SheetView | null> {
  const { asOf, language, t } = teller;
  const unit = await getUnit(tx, { code: args.unitCode, language });
  const indicator = await getIndicator(tx, { code: args.indicatorCode, language });
  const fiscalYear = toFiscalYear(args.periodId);
  if (!unit || !indicator || fiscalYear === null) return null;
  const { indicatorId } = indicator;
  const key = { unitId: unit.id, indicatorId, fiscalYear, periodId: args.periodId, sliceId: args.sliceId };
  const figure = await getFigure(tx, { ...key, asOf, language });
  if (!figure) return null;
  const other = await getOtherFigure(tx, { ...key, value: figure.value, asOf, language });
  const measure = { ...indicator, indicatorCode: indicator.code };
  const when = teller.period(args.periodId);
  return {
    kind: 'figure',
    title: `${indicator.name} · ${unit.name}`,
    what: {
      text: t('numberSheet.figureWhat', { indicator: indicator.name, unit: unit.name, when }),
      facts: toWhat(figure, indicator, teller),
    },
    how: { text: toHowText(figure, indicator, teller), facts: toHow(figure, indicator, other, teller) },
    parts: await getParts(tx, teller, key, figure, measure),
    source: await toSourceParts(
      tx,
      teller,
      { ...key, throughPeriodId: figure.throughPeriodId ?? args.periodId },
      measure,
    ),
    actions: [
      { label: t('numberSheet.seeIndicator'), href: `/indicators/${encodeURIComponent(indicator.code)}` },
      { label: t('numberSheet.seeUnit'), href: `/units/${unit.code}` },
    ],
  };
}

function toFiscalYear(periodId: number): number | null {
  try {
    return periodOfId(periodId).fiscalYear;
  } catch {
    return null; // an address typed by hand
  }
}

/** Units below at the same period; a unit without any shows the shorter periods. */
async function getParts(
  tx: Tx,
  teller: Teller,
  key: FigureKey,
  figure: FigureRow,
  measure: { indicatorCode: string; unitOfMeasure: string; decimals: number },
): Promise<{ note?: string; items: SheetPart[] }> {
  const { asOf, language, t } = teller;
  const children = await getChildFigures(tx, { ...key, asOf, language, limit: 30 });
  if (children.length > 0)
    return { note: t('numberSheet.partsUnits'), items: toFigureParts(teller, children, measure, 'unit') };
  if (figure.basis !== 'time') return { note: t('numberSheet.partsNone'), items: [] };
  const periods = await getPeriodFigures(tx, { ...key, asOf, language, limit: 12 });
  return { note: t('numberSheet.partsPeriods'), items: toFigureParts(teller, periods, measure, 'period') };
}

function toWhat(figure: FigureRow, indicator: IndicatorRow, { t, measured, period }: Teller): SheetFact[] {
  const isRolledUp = figure.basis !== 'reading';
  return [
    ...fact(
      t('numberSheet.value'),
      figure.value === null ? t(`dataState.${figure.state}`) : measured(figure.value, indicator),
    ),
    ...fact(t('dataState.label'), figure.isEstimated && t('dataState.estimated')),
    ...fact(
      t('numberSheet.reported'),
      isRolledUp && t('numberSheet.reportedOf', { reported: figure.unitsReported, expected: figure.unitsExpected }),
    ),
    ...fact(t('numberSheet.withheld'), figure.unitsWithheld > 0 && String(figure.unitsWithheld)),
    ...fact(
      t('numberSheet.through'),
      figure.throughPeriodId !== null && figure.throughPeriodId !== figure.periodId && period(figure.throughPeriodId),
    ),
    ...fact(t('numberSheet.definition'), indicator.definition),
  ];
}

function toHowText(figure: FigureRow, indicator: IndicatorRow, { t }: Teller): string {
  if (figure.basis === 'reading') return t('numberSheet.fromReading');
  return figure.basis === 'across'
    ? t('numberSheet.fromAcross', { rule: toRuleName(indicator.orgRollup, t) })
    : t('numberSheet.fromTime', { rule: toRuleName(indicator.timeRollup, t) });
}

function toHow(figure: FigureRow, indicator: IndicatorRow, other: OtherFigureRow | null, teller: Teller): SheetFact[] {
  const { t, f } = teller;
  return [
    ...fact(t('numberSheet.formula'), indicator.formula),
    ...fact(
      t('numberSheet.ratio'),
      figure.numerator !== null &&
        figure.denominator !== null &&
        t('numberSheet.ratioValue', {
          numerator: f.number(figure.numerator),
          denominator: f.number(figure.denominator),
        }),
    ),
    ...(other ? toOther(other, indicator, teller) : []),
  ];
}

/** Both figures stand where a level reports what can also be computed, and a difference beyond the tolerance is told. */
function toOther(other: OtherFigureRow, indicator: IndicatorRow, { t, f, measured }: Teller): SheetFact[] {
  const value = measured(other.value, indicator);
  const percent = other.difference === null ? '–' : f.percent(Math.abs(Number(other.difference)) * 100);
  return fact(
    other.basis === 'reading' ? t('numberSheet.otherReported', { value }) : t('numberSheet.otherComputed', { value }),
    other.isBeyondTolerance ? t('numberSheet.otherApart', { percent }) : t('numberSheet.otherClose', { percent }),
  );
}
