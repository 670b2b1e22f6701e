import { panels } from '#app/access/viewer.server.ts';
import type { PageScope } from '#app/filters/page-scope.server.ts';
import {
  getAgreementScores,
  getScoreCounts,
  getScoresBelow,
  type AgreementScoreRow,
  type AgreementType,
} from '#db/reads/agreement-scores.ts';
import { getUnitAgreement, type AgreementRow } from '#db/reads/agreements.ts';
import { getServingProjects } from '#db/reads/kpi-links.ts';
import { getKpisByStanding, getKpiStatusCounts } from '#db/reads/kpi-results.ts';
import { getScoreHistory } from '#db/reads/score-history.ts';
import type { Tx } from '#db/connect.ts';
import { toCertainty, toWeakKpis, WEAKEST } from './nation-part.server.ts';
import type { AgreementView, BelowView, CounterpartView, NothingView, StrategicFrame } from './strategic-view.ts';

const BELOW_TYPES: AgreementType[] = ['PS_DG', 'MIN_HEAD', 'PS_GOV'];

/** One agreement: where it stands against its plan, where it came from, and what pulls it down. */
export async function getAgreementPart(
  tx: Tx,
  page: PageScope,
  frame: StrategicFrame,
  types: AgreementType[],
): Promise<AgreementView | NothingView> {
  const { asOf, language, fiscalYear, round } = page;
  const agreement = await getUnitAgreement(tx, { unitId: page.unit.id, fiscalYear, types, asOf, language });
  if (!agreement) return { ...frame, kind: 'nothing', reason: 'no_agreement' };
  const { agreementId } = agreement;
  const scores = await getAgreementScores(tx, { agreementId, round, asOf });
  const whole = scores.find((score) => score.perspective === 'ALL');
  if (!whole) return { ...frame, kind: 'nothing', reason: 'no_score' };
  const kpis = { agreementId, round, asOf, language, slice: frame.slice };
  const read = await panels(tx, {
    history: (inner) => getScoreHistory(inner, { agreementId, asOf }),
    weakest: async (inner) => toWeakKpis(await getKpisByStanding(inner, { ...kpis, limit: WEAKEST })),
    below: (inner) => getBelow(inner, page, agreement, frame),
    statuses: (inner) => getKpiStatusCounts(inner, kpis),
    counterpart: (inner) => getCounterpart(inner, page, agreement.type),
  });
  return {
    ...frame,
    kind: 'agreement',
    certainty: toCertainty(whole.certainty),
    agreement: toParties(agreement),
    leadsWith: agreement.type === 'MIN_PS' ? 'endangered' : 'score',
    score: shownScore(scores, whole, frame),
    perspectives: scores.filter((score) => score !== whole),
    ...read,
  };
}

/** A minister and the permanent secretary promise different KPIs for one ministry: each score names the other. */
async function getCounterpart(tx: Tx, page: PageScope, type: AgreementType): Promise<CounterpartView | null> {
  if (type !== 'PM_MIN' && type !== 'MIN_PS') return null;
  const other = type === 'PM_MIN' ? 'MIN_PS' : 'PM_MIN';
  const { asOf, language, fiscalYear, round } = page;
  const agreement = await getUnitAgreement(tx, { unitId: page.unit.id, fiscalYear, types: [other], asOf, language });
  if (!agreement) return null;
  const scores = await getAgreementScores(tx, { agreementId: agreement.agreementId, round, asOf });
  const whole = scores.find((score) => score.perspective === 'ALL');
  return whole ? { agreementId: agreement.agreementId, type: other, score: whole.score } : null;
}

const toParties = (agreement: AgreementRow) => ({
  id: agreement.agreementId,
  type: agreement.type,
  makerTitle: agreement.makerTitle,
  recipientTitle: agreement.recipientTitle,
});

/** A perspective has a score of its own; other slices pick KPIs and leave the agreement's score standing. */
function shownScore(scores: AgreementScoreRow[], whole: AgreementScoreRow, { slice }: StrategicFrame) {
  return (slice.kind === 'perspective' && scores.find((score) => score.perspective === slice.code)) || whole;
}

async function getBelow(
  tx: Tx,
  page: PageScope,
  agreement: AgreementRow,
  { slice }: StrategicFrame,
): Promise<BelowView> {
  const { fiscalYear, round, asOf, language } = page;
  const perspective = slice.kind === 'perspective' ? slice.code : 'ALL';
  const args = { parentId: page.unit.id, types: BELOW_TYPES, fiscalYear, round, perspective, asOf, language };
  const counts = await getScoreCounts(tx, args);
  if (counts.total > 0)
    return {
      kind: 'units',
      units: await getScoresBelow(tx, { ...args, limit: 4 }),
      total: counts.total,
      endangered: counts.endangered,
    };
  return {
    kind: 'projects',
    projects: await getServingProjects(tx, { agreementId: agreement.agreementId, limit: 4, asOf, language }),
  };
}
