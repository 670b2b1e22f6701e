import { Decimal, type DecimalText } from '../numbers/decimal.ts';

/** Domain rule: a project that exchanges data and costs more than 10 million baht needs its enterprise architecture. */
export const EA_GATE_ABOVE_BAHT = '10000000';

/** A waiver is given by the ministry's CIO alone, with a reason that is shown. */
export type EaStatus = 'none' | 'drafting' | 'complete' | 'waived';

export type EaFacts = {
  isDataExchange: boolean;
  valueBaht: DecimalText | null;
  eaStatus: EaStatus;
  waiverReason: string | null;
};

export type EaGate = 'not_required' | 'blocked' | 'passed' | 'waived';

/** Exactly 10,000,000.00 does not trigger the gate. A value that is not known triggers nothing. */
export function eaGateOf(project: EaFacts): EaGate {
  if (!needsEnterpriseArchitecture(project)) return 'not_required';
  if (project.eaStatus === 'complete') return 'passed';
  const hasReason = (project.waiverReason ?? '').trim() !== '';
  return project.eaStatus === 'waived' && hasReason ? 'waived' : 'blocked';
}

export function needsEnterpriseArchitecture(project: Pick<EaFacts, 'isDataExchange' | 'valueBaht'>): boolean {
  return project.isDataExchange && project.valueBaht !== null && new Decimal(project.valueBaht).gt(EA_GATE_ABOVE_BAHT);
}
