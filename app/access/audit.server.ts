import type { AppLoadContext } from '@remix-run/node';
import type { Sql, Tx } from '#db/connect.ts';
import { audit } from '#db/writes/audit.ts';
import type { Viewer } from './viewer.ts';

/** Writes an act of a viewer to the audit log: in the transaction that carries it out, or where nothing is written, in one of its own. */
export async function auditAct(
  context: AppLoadContext,
  viewer: Pick<Viewer, 'personId' | 'positionId' | 'isAide' | 'unit'>,
  act: { act: string; outcome?: 'done' | 'refused' | 'failed'; subject?: string; detail?: Record<string, unknown> },
  tx: Sql | Tx = context.web,
): Promise<void> {
  await audit(tx, {
    at: context.clock.now(),
    outcome: 'done',
    ...act,
    personId: viewer.personId,
    positionId: viewer.positionId,
    onBehalf: viewer.isAide,
    unitId: viewer.unit.id,
    address: context.clientAddress,
  });
}
