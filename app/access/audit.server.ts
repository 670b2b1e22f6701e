import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#db/writes/audit.ts';
import type { Viewer } from './viewer.ts';

/** Writes an act of a viewer to the audit log, outside of the transaction that reads. */
export async function auditAct(
  context: AppLoadContext,
  viewer: Pick<Viewer, 'personId' | 'positionId' | 'isAide' | 'unit'>,
  act: { act: string; outcome?: 'done' | 'refused' | 'failed'; subject?: string; detail?: Record<string, unknown> },
): Promise<void> {
  await audit(context.web, {
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
