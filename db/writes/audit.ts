import type { Sql, Tx } from '../connect.ts';

/** An act worth answering for. `act` is a code: sign_in, sign_out, open, export, load, accept … */
export interface AuditedAct {
  at: Date;
  act: string;
  outcome: 'done' | 'refused' | 'failed';
  personId?: number | null;
  positionId?: number | null;
  /** Done by an aide for the holder of the position. */
  onBehalf?: boolean;
  unitId?: number | null;
  /** What the act was on: a path, a run's number, a login. */
  subject?: string | null;
  detail?: Record<string, unknown>;
  address?: string | null;
}

/** Adds one row to the audit log; works for every login that may act, and never changes what stands there. */
export async function audit(sql: Sql | Tx, act: AuditedAct): Promise<void> {
  // A malformed address, as a proxy may hand on, must not lose the row.
  const address = act.address && /^[0-9a-f.:]+$/i.test(act.address) ? act.address : null;
  await (sql as Sql)`select access.audit(${act.at}, ${act.act}, ${act.personId ?? null}::int, ${act.positionId ?? null}::int, ${act.onBehalf ?? false},
    ${act.unitId ?? null}::int, ${act.subject?.slice(0, 500) ?? null}, ${act.outcome}, ${JSON.stringify(act.detail ?? {})}::jsonb, ${address}::inet)`;
}
