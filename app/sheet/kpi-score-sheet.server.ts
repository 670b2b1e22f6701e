import { getChildFigures, type FigureKey } from '#db/reads/figures.ts';
import { getKpiDetail, type KpiDetailRow } from '#db/reads/kpi-detail.ts';
import type { Tx } from '#db/connect.ts';
import { yearPeriod } from '#domain/time/period.ts';
import { toFigureParts, toSourceParts } from './figure-parts.server.ts';
import { sheetName } from './sheet-name.ts';
import type { SheetFact, SheetView } from './sheet-view.ts';
import { fact, type Teller } from './teller.server.ts';

/** The score of one KPI in one round. */
export async function getKpiScoreSheet(
  tx: Tx,
  teller: Teller,
  { kpiId, round }: { kpiId: number; round: number },
): Promise<SheetView | null> {
  const { asOf, language, t } = teller;
  const kpi = await getKpiDetail(tx, { kpiId, round, asOf, language });
  if (!kpi) return null;
  const year: FigureKey = {
    unitId: kpi.unitId,
    indicatorId: kpi.indicatorId,
    fiscalYear: kpi.fiscalYear,
    periodId: yearPeriod(kpi.fiscalYear).id,
    sliceId: 0,
  };
  const children = await getChildFigures(tx, { ...year, asOf, language, limit: 12 });
  const source = await toSourceParts(tx, teller, { ...year, throughPeriodId: kpi.throughPeriodId }, kpi);
  return {
    kind: 'kpi-score',
    title: kpi.name,
    what: {
      text: t('numberSheet.kpiWhat', {
        no: kpi.kpiNo,
        maker: kpi.makerTitle,
        when: teller.when(kpi.fiscalYear, kpi.round),
      }),
      facts: toWhat(kpi, teller),
    },
    how: { text: toHowText(kpi, teller), facts: toHow(kpi, teller) },
    parts: {
      note: children.length > 0 ? t('numberSheet.partsUnits') : undefined,
      items: toFigureParts(teller, children, kpi, 'unit'),
    },
    source: {
      ...source,
      items: [
        ...source.items,
        { key: 'agreement', label: t('numberSheet.agreementRecord'), sheet: sheetName.kpiRecord(kpi.kpiId) },
      ],
    },
    actions: [
      { label: t('numberSheet.seeIndicator'), href: `/indicators/${encodeURIComponent(kpi.indicatorCode)}` },
      { label: t('numberSheet.seeAgreement'), href: `/agreements/${kpi.agreementId}` },
    ],
  };
}

function toWhat(kpi: KpiDetailRow, { t, f, measured, period }: Teller): SheetFact[] {
  return [
    ...fact(t('numberSheet.score'), kpi.score && f.score(kpi.score)),
    ...fact(t('numberSheet.plannedScore'), kpi.plannedScore && f.score(kpi.plannedScore)),
    ...fact(t('numberSheet.previousScore'), kpi.previousScore && f.score(kpi.previousScore)),
    ...fact(t('numberSheet.actual'), kpi.actual === null ? t(`dataState.${kpi.state}`) : measured(kpi.actual, kpi)),
    ...fact(t('numberSheet.planned'), kpi.planned && measured(kpi.planned, kpi)),
    ...fact(t('numberSheet.status'), t(`status.${kpi.status}`)),
    ...fact(t('numberSheet.owner'), kpi.ownerTitle),
    ...fact(t('numberSheet.through'), kpi.throughPeriodId && period(kpi.throughPeriodId)),
    ...fact(t('numberSheet.definition'), kpi.definition),
  ];
}

function toHow(kpi: KpiDetailRow, { t, f }: Teller): SheetFact[] {
  return [
    ...fact(t('numberSheet.weight'), f.number(kpi.weight, 2)),
    ...fact(t('numberSheet.thresholds'), kpi.thresholds.map((value) => f.number(value, kpi.decimals)).join(' · ')),
    ...fact(t('numberSheet.formula'), kpi.formula),
    ...fact(
      t('numberSheet.ratio'),
      kpi.numerator !== null &&
        kpi.denominator !== null &&
        t('numberSheet.ratioValue', {
          numerator: f.number(kpi.numerator, decimalsOf(kpi.numerator)),
          denominator: f.number(kpi.denominator, decimalsOf(kpi.denominator)),
        }),
    ),
    ...fact(
      t('numberSheet.pointsLost'),
      kpi.pointsLost !== null &&
        kpi.score !== null &&
        `${f.number(kpi.pointsLost, 4)} = ${t('numberSheet.lostHow', { weight: f.number(kpi.weight, 2), score: f.number(kpi.score, 4) })}`,
    ),
    ...fact(
      t('numberSheet.reported'),
      kpi.unitsExpected !== null &&
        kpi.unitsReported !== null &&
        t('numberSheet.reportedOf', { reported: kpi.unitsReported, expected: kpi.unitsExpected }),
    ),
    ...fact(
      t('numberSheet.versions'),
      t('numberSheet.versionsValue', { agreement: kpi.agreementVersion, rule: kpi.ruleVersion }),
    ),
  ];
}

/** In which step of the thresholds the result lies: the stored score's whole part says it. */
function toHowText(kpi: KpiDetailRow, { t, exact }: Teller): string {
  if (kpi.score === null) return t('numberSheet.noScoreYet');
  const score = exact(kpi.score);
  const level = Math.floor(Number(kpi.score));
  if (level >= 5) return t('numberSheet.reachedTop', { score });
  if (level < 1) return t('numberSheet.belowFirst', { score });
  if (Number(kpi.score) > level) return t('numberSheet.between', { low: level, high: level + 1, score });
  return level === 1 ? t('numberSheet.belowFirst', { score }) : t('numberSheet.reachedLevel', { level, score });
}

const decimalsOf = (value: string) => Math.min(2, value.split('.')[1]?.replace(/0+$/, '').length ?? 0);
