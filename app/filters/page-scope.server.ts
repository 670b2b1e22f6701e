import type { Language } from '#domain/messages/words.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import { newestEndedRound } from '#domain/time/rounds.ts';
import { getPublication, type PublicationRow } from '#db/reads/publications.ts';
import { getShownRound } from '#db/reads/shown-round.ts';
import { getNearestUnits, getUnit, type UnitRow } from '#db/reads/units.ts';
import type { Tx } from '#db/connect.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Scope } from './scope-type.ts';

/** Where a page stands: whose it is, and as of when. */
export type PagePlace = {
  unit: UnitRow;
  asOf: number | null;
  publication: PublicationRow | null;
  language: Language;
  /** The Bangkok date that the figures were judged by. */
  day: string;
};

/** What a page is about, with every default filled in. */
export type PageScope = PagePlace & {
  fiscalYear: number;
  round: 6 | 9 | 12;
};

/** Fills in the unit and the moment that the URL leaves open. Throws 404, with the nearest units, for an unknown unit. */
export async function getPagePlace(tx: Tx, viewer: Viewer, scope: Pick<Scope, 'unit' | 'asOf'>): Promise<PagePlace> {
  const { language } = viewer;
  const asOf = scope.asOf ?? null;
  const [unit, publication] = await Promise.all([
    getUnitOrNearest(tx, scope.unit ?? viewer.unit.code, language),
    getPublication(tx, { asOf }),
  ]);
  return { unit, asOf, publication, language, day: publication?.asOfOn ?? bangkokDateOf(viewer.now) };
}

/** The same, with the year and round of the newest results where the URL leaves them open. */
export async function getPageScope(tx: Tx, viewer: Viewer, scope: Scope): Promise<PageScope> {
  const place = await getPagePlace(tx, viewer, scope);
  const ended = newestEndedRound(place.day);
  const { unit, asOf } = place;
  const shown = await getShownRound(tx, { unitId: unit.id, asOf, fiscalYear: scope.fy, round: scope.round });
  return {
    ...place,
    fiscalYear: shown?.fiscalYear ?? scope.fy ?? ended.fiscalYear,
    round: shown?.round ?? scope.round ?? ended.months,
  };
}

/** One unit by its code; throws 404 with the nearest ones where there is none. */
export async function getUnitOrNearest(tx: Tx, code: string, language: Language): Promise<UnitRow> {
  const unit = await getUnit(tx, { code, language });
  if (unit) return unit;
  const nearest = await getNearestUnits(tx, { text: code, language });
  throw Response.json(
    { nearest: nearest.map((one) => ({ label: one.name, href: `/units/${one.code}` })) },
    { status: 404 },
  );
}
