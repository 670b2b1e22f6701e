import { getAgreementScores, type AgreementScoreRow } from '#db/reads/agreement-scores.ts';
import { getAgreement } from '#db/reads/agreements.ts';
import { getCostliestKpis } from '#db/reads/kpi-results.ts';
import type { Tx } from '#db/connect.ts';
import { sheetName } from './sheet-name.ts';
import type { SheetFact, SheetView } from './sheet-view.ts';
import { fact, type Teller } from './teller.server.ts';

type Args = { agreementId: number; round: number; perspective: string };

/** The score of an agreement in a round, whole or of one perspective. */
export async function getAgreementScoreSheet(tx: Tx, teller: Teller, args: Args): Promise<SheetView | null> {
  const { asOf, language, t } = teller;
  const { agreementId, round, perspective } = args;
  const agreement = await getAgreement(tx, { agreementId, asOf, language });
  const scores = await getAgreementScores(tx, { agreementId, round, asOf });
  const score = scores.find((one) => one.perspective === perspective);
  if (!agreement || !score) return null;
  const isWhole = perspective === 'ALL';
  const slice = isWhole ? undefined : { kind: 'perspective', code: perspective };
  const kpis = await getCostliestKpis(tx, { agreementId, round, slice, asOf, language, limit: 14 });
  const when = teller.when(agreement.fiscalYear, round);
  const name = isPerspective(perspective) ? t(`perspective.${perspective}`) : perspective;
  const parties = { maker: agreement.makerTitle, recipient: agreement.recipientTitle, when };
  return {
    kind: 'agreement-score',
    title: isWhole ? agreement.unitName : `${agreement.unitName} · ${name}`,
    what: {
      text: isWhole
        ? t('numberSheet.agreementWhat', parties)
        : t('numberSheet.perspectiveWhat', { ...parties, perspective: name }),
      facts: toWhat(score, teller),
    },
    how: { text: toMeanText(score, teller), facts: toHow(score, teller) },
    parts: {
      note: t('numberSheet.partsKpis'),
      items: kpis.map((kpi) => ({
        key: String(kpi.kpiId),
        label: `${kpi.kpiNo} ${kpi.name}`,
        detail: kpi.ownerTitle ?? undefined,
        value: kpi.pointsLost ? t('numberSheet.lost', { points: teller.f.score(kpi.pointsLost) }) : undefined,
        status: kpi.status,
        sheet: sheetName.kpiScore(kpi.kpiId, round),
      })),
    },
    source: {
      facts: [],
      cells: [],
      items: kpis[0]
        ? [{ key: 'agreement', label: t('numberSheet.agreementRecord'), sheet: sheetName.kpiRecord(kpis[0].kpiId) }]
        : [],
    },
    actions: [
      { label: t('numberSheet.seeAgreement'), href: `/agreements/${agreementId}` },
      { label: t('numberSheet.seeUnit'), href: `/units/${agreement.unitCode}` },
    ],
  };
}

function toWhat(score: AgreementScoreRow, { t, f, period }: Teller): SheetFact[] {
  return [
    ...fact(t('numberSheet.score'), score.score === null ? t('status.no_data') : f.score(score.score)),
    ...fact(t('numberSheet.plannedScore'), score.plannedScore && f.score(score.plannedScore)),
    ...fact(t('numberSheet.previousScore'), score.previousScore && f.score(score.previousScore)),
    ...fact(t('numberSheet.status'), t(`status.${score.status}`)),
    ...fact(t('numberSheet.certainty'), score.certainty !== 'not_started' && t(`certainty.${score.certainty}`)),
    ...fact(t('numberSheet.forecast'), toForecast(score, { t, f })),
    ...fact(t('numberSheet.through'), score.throughPeriodId && period(score.throughPeriodId)),
  ];
}

function toForecast(score: AgreementScoreRow, { t, f }: Pick<Teller, 't' | 'f'>): string | null {
  if (score.forecastScore === null) return null;
  const { forecastLow: low, forecastHigh: high } = score;
  const range = low && high ? ` (${t('numberSheet.range', { low: f.score(low), high: f.score(high) })})` : '';
  return `${f.score(score.forecastScore)}${range}`;
}

const toMeanText = (score: AgreementScoreRow, { t, f }: Teller) =>
  t('numberSheet.weightedMean', { counted: f.number(score.weightCounted, 2), total: f.number(score.weightTotal, 2) });

function toHow(score: AgreementScoreRow, { t, f, exact }: Teller): SheetFact[] {
  return [
    ...fact(t('numberSheet.exact'), score.score && exact(score.score)),
    ...fact(t('numberSheet.coverage'), f.percent(Number(score.coverage) * 100, 0)),
    ...fact(
      t('numberSheet.versions'),
      t('numberSheet.versionsValue', { agreement: score.agreementVersion, rule: score.ruleVersion }),
    ),
  ];
}

const isPerspective = (code: string): code is 'EFF' | 'QUA' | 'EFI' | 'ORG' =>
  ['EFF', 'QUA', 'EFI', 'ORG'].includes(code);
