import type { Status } from './kpi-status.ts';

/** Short of its plan or of the line, by little or by much. Of what has no data, or no status yet, nothing is known. */
export function isEndangered(status: Status | null): boolean {
  return status === 'at_risk' || status === 'below_plan';
}
