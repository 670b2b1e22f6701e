import {
  scoreAgreement,
  weighAgreement,
  type AgreementPolicy,
  type AgreementScore,
  type ScoredKpi,
  type WeightedScore,
} from '#domain/scoring/agreement-score.ts';
import { Remembered } from './remembered.ts';

/** Some kilobytes each: a few years of a country's agreements. */
const MOST = 10_000;
const scores = new Remembered<AgreementScore>(MOST);
const weighings = new Remembered<WeightedScore>(MOST);

/** As scoreAgreement. A month's load leaves the rounds and months before it as they were: they are not weighed again. */
export function scoreOnce(kpis: readonly ScoredKpi[], policy: AgreementPolicy): AgreementScore {
  return scores.get(spelt(kpis, policy), () => scoreAgreement(kpis, policy));
}

/** The same for a trajectory's score and coverage alone. */
export function weighOnce(kpis: readonly ScoredKpi[], policy: AgreementPolicy): WeightedScore {
  return weighings.get(spelt(kpis, policy), () => weighAgreement(kpis, policy));
}

function spelt(kpis: readonly ScoredKpi[], { roundKind, floor, scheme, basis }: AgreementPolicy): string {
  let key = `${roundKind},${floor},${scheme},${basis}`;
  for (const { code, perspective, weight, score, state, isCertified } of kpis)
    key += `;${code},${perspective},${weight},${score},${state},${isCertified}`;
  return key;
}
