import type { Tx } from '#db/connect.ts';
import { getAgreementRanking, type RankedAgreement } from '#db/reads/agreement-ranking.ts';
import type { AgreementType } from '#db/reads/agreement-scores.ts';
import { getComparedKpis } from '#db/reads/compared-kpis.ts';
import { toKpiContributions } from './contributions.server.ts';
import type { TacticalScope } from './tactical.server.ts';
import type { ContributionView } from './tactical-view.ts';

/** What moved the unit's own agreement, KPI by KPI. */
export async function getOwnContributions(tx: Tx, scope: TacticalScope): Promise<ContributionView | null> {
  const own = await getOwnAgreement(tx, scope);
  return own && getContributionsOf(tx, scope, own);
}

export async function getContributionsOf(
  tx: Tx,
  { page, compare, perspective }: TacticalScope,
  own: RankedAgreement,
): Promise<ContributionView | null> {
  const { asOf, language, round } = page;
  const now = await getComparedKpis(tx, { agreementIds: [own.agreementId], round, asOf, language });
  const earlier = own.previousAgreementId === null ? [] : [own.previousAgreementId];
  const before = await getComparedKpis(tx, { agreementIds: earlier, round: compare.round, asOf, language });
  const isShown = (kpi: { perspective: string }) => perspective === 'ALL' || kpi.perspective === perspective;
  return toKpiContributions(now.filter(isShown), before.filter(isShown));
}

/** The agreement by which the unit itself is followed; a permanent secretary's side looks at the one with the minister. */
export async function getOwnAgreement(tx: Tx, scope: TacticalScope): Promise<RankedAgreement | null> {
  const { page, compare, perspective, viewer } = scope;
  const { unit, fiscalYear, round, asOf, language } = page;
  const types = ownTypes(unit.level, viewer.role);
  const args = { types, unitId: unit.id, fiscalYear, round, perspective, compare, asOf, language };
  const rows = await getAgreementRanking(tx, args);
  return types.map((type) => rows.find((row) => row.type === type)).find((row) => row !== undefined) ?? null;
}

function ownTypes(
  level: TacticalScope['page']['unit']['level'],
  role: TacticalScope['viewer']['role'],
): AgreementType[] {
  if (level === 'MOC') return role === 'ps' || role === 'cio' ? ['MIN_PS', 'PM_MIN'] : ['PM_MIN', 'MIN_PS'];
  return ['PS_DG', 'MIN_HEAD', 'PS_GOV'];
}
