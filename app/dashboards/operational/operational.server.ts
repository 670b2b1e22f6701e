import { translator } from '#domain/messages/translate.ts';
import { DUE_SOON_DAYS } from '#domain/status/due-soon.ts';
import { addDays } from '#domain/time/fiscal-calendar.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { panels } from '#app/access/viewer.server.ts';
import { getPagePlace } from '#app/filters/page-scope.server.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getFeedDeliveries, getUnitDeliveries } from '#db/reads/deliveries.ts';
import { getLastLoads } from '#db/reads/last-loads.ts';
import type { OperationsScope } from '#db/reads/operations-scope.ts';
import type { Tx } from '#db/connect.ts';
import { lastMonths, toDeliveries } from './deliveries-series.ts';
import type { Deliveries, OperationalView, QueueKind } from './operational-view.ts';
import { getQueue } from './queue.server.ts';

const MONTHS = 6;
/** More than any board shows; the whole list goes as far as somebody would read. */
const BOARD_ROWS = 12;
const WHOLE_ROWS = 200;

export type OperationalParameters = Scope & { show?: QueueKind; all?: boolean };

/** What is happening now: what is late, refused, waiting or due; who has delivered; the last loads. */
export async function getOperationalView(
  tx: Tx,
  viewer: Viewer,
  parameters: OperationalParameters,
): Promise<OperationalView> {
  const { unit, asOf, day, language, publication } = await getPagePlace(tx, viewer, parameters);
  const scope: OperationsScope = {
    unitId: unit.id,
    asOf,
    day,
    soonOn: addDays(day, DUE_SOON_DAYS),
    until: asOf === null ? null : (publication?.publishedAt ?? null),
    language,
  };
  const show = parameters.show ?? null;
  const isWhole = parameters.all ?? false;
  const read = await panels(tx, {
    queue: (inner) => getQueue(inner, { scope, viewer, show, limit: isWhole ? WHOLE_ROWS : BOARD_ROWS }),
    deliveries: (inner) => getDeliveries(inner, scope, unit.level),
    loads: (inner) => getLastLoads(inner, { ...scope, limit: 5 }),
  });
  return {
    title: translator(language)('operational.title', { unit: unit.name }),
    unit: { code: unit.code, name: unit.name },
    publicationId: publication?.id ?? null,
    asOfOn: day,
    isPast: asOf !== null,
    show,
    isWhole,
    ...read,
  };
}

/** A unit with others below it shows them; one at the end of the line, as a department is, shows its own feeds. */
async function getDeliveries(tx: Tx, scope: OperationsScope, level: string): Promise<Deliveries> {
  const months = lastMonths(scope.day, MONTHS);
  const args = { ...scope, months: MONTHS };
  const units = level === 'DOC' ? [] : await getUnitDeliveries(tx, args);
  if (new Set(units.map(({ key }) => key)).size > 1) return toDeliveries(units, 'units', months);
  return toDeliveries(await getFeedDeliveries(tx, args), 'feeds', months);
}
