import { z } from 'zod';
import { panels } from '#app/access/viewer.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { toFormat } from '#app/components/format.ts';
import type { PanelData } from '#app/components/panel-data.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import { getAgreementScores } from '#db/reads/agreement-scores.ts';
import {
  getAgreement,
  getHolders,
  getPromisedKpis,
  getRoundScores,
  type AgreementRow,
  type HolderRow,
  type RoundScoreRow,
} from '#db/reads/agreements.ts';
import { getKpiLinks, getServingProjects } from '#db/reads/kpi-links.ts';
import { getPublication } from '#db/reads/publications.ts';
import type { Tx } from '#db/connect.ts';
import { translator } from '#domain/messages/translate.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { AgreementPageView, Party } from './agreement-view.ts';

export const agreementFilter = z.object({
  status: z.enum(['achieved', 'on_plan', 'at_risk', 'below_plan', 'no_data']).optional().catch(undefined),
  sheet: z.string().max(300).optional().catch(undefined),
});

export type AgreementParameters = Scope & z.output<typeof agreementFilter> & { id: number };

/** One agreement, read-only: parties, what was promised, what came of it, and what it hangs together with. */
export async function getAgreementView(
  tx: Tx,
  viewer: Viewer,
  parameters: AgreementParameters,
): Promise<AgreementPageView> {
  const { language } = viewer;
  const asOf = parameters.asOf ?? null;
  const agreementId = parameters.id;
  const agreement = await getAgreement(tx, { agreementId, asOf, language });
  if (!agreement) throw new Response(null, { status: 404 });
  const publication = await getPublication(tx, { asOf });
  const day = publication?.asOfOn ?? bangkokDateOf(viewer.now);
  const rounds = await getRoundScores(tx, { agreementId, asOf });
  const round = toRound(rounds, parameters.round);
  const scores = await getAgreementScores(tx, { agreementId, round, asOf });
  const args = { agreementId, round, asOf, language };
  const positionIds = [agreement.makerPositionId, agreement.recipientPositionId];
  const { holders, ...read } = await panels(tx, {
    holders: (inner) => getHolders(inner, { positionIds, day, language }),
    kpis: (inner) => getPromisedKpis(inner, args),
    links: (inner) => getKpiLinks(inner, args),
    projects: (inner) => getServingProjects(inner, { ...args, limit: 20 }),
    sheet: (inner) => getSheetView(inner, viewer, { name: parameters.sheet ?? null, asOf }),
  });
  return {
    ...toHead(agreement, rounds, round, language),
    asOfOn: day,
    publicationId: publication?.id ?? null,
    ...toPartiesOf(agreement, holders),
    statusFilter: parameters.status ?? null,
    rounds,
    perspectives: scores
      .filter((score) => score.perspective !== 'ALL')
      .map((score) => ({
        code: score.perspective,
        weight: score.weightTotal,
        score: score.score,
        status: score.status,
      })),
    ...read,
  };
}

/** The round asked for, else the newest with a score, else the year's last. */
function toRound(rounds: RoundScoreRow[], asked: 6 | 9 | 12 | undefined): 6 | 9 | 12 {
  if (asked && rounds.some((one) => one.round === asked)) return asked;
  return rounds.findLast((one) => one.score !== null)?.round ?? asked ?? 12;
}

function toHead(agreement: AgreementRow, rounds: RoundScoreRow[], round: 6 | 9 | 12, language: Viewer['language']) {
  const year = toFormat(language, (text) => text).fiscalYear(agreement.fiscalYear);
  const certainty = rounds.find((one) => one.round === round)?.certainty ?? null;
  return {
    title: translator(language)('agreement.title', { unit: agreement.unitName, year }),
    agreementId: agreement.agreementId,
    code: agreement.code,
    type: agreement.type,
    unit: { code: agreement.unitCode, name: agreement.unitName },
    ministry: { code: agreement.ministryCode, name: agreement.ministryName },
    fiscalYear: agreement.fiscalYear,
    round,
    version: agreement.version,
    status: agreement.status,
    signedOn: agreement.signedOn,
    weightTotal: agreement.weightTotal,
    lacksSystemKpi: agreement.lacksSystemKpi,
    certainty: certainty === 'not_started' ? null : certainty,
  };
}

function toPartiesOf(
  agreement: AgreementRow,
  holders: PanelData<HolderRow[]>,
): Pick<AgreementPageView, 'maker' | 'recipient'> {
  const of = (positionId: number): Party['holders'] => {
    if (!holders.ok) return holders;
    const own = holders.value.filter((holder) => holder.positionId === positionId);
    return { ok: true, value: own.map(({ name, acting }) => ({ name, acting })) };
  };
  return {
    maker: { positionTitle: agreement.makerTitle, holders: of(agreement.makerPositionId) },
    recipient: { positionTitle: agreement.recipientTitle, holders: of(agreement.recipientPositionId) },
  };
}
