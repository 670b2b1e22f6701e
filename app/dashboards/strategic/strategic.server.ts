import { panels } from '#app/access/viewer.server.ts';
import { translator } from '#domain/messages/translate.ts';
import { toFormat } from '#app/components/format.ts';
import { getPageScope, type PageScope } from '#app/filters/page-scope.server.ts';
import { sliceOf } from '#app/filters/scope.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import { getSlices } from '#db/reads/slices.ts';
import { getRunningRound } from '#db/reads/shown-round.ts';
import type { AgreementType } from '#db/reads/agreement-scores.ts';
import type { Tx } from '#db/connect.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { getAgreementPart } from './agreement-part.server.ts';
import { getNationPart } from './nation-part.server.ts';
import type { RunningStrip, StrategicFrame, StrategicView } from './strategic-view.ts';

export type StrategicParameters = Scope & { sheet?: string | null };

/**
 * Have we reached the objectives? The Prime Minister's side reads all ministries' agreements with the Prime Minister;
 * a ministry's minister reads the own one, its permanent secretary the one below it, a department its own.
 */
export async function getStrategicView(
  tx: Tx,
  viewer: Viewer,
  parameters: StrategicParameters,
): Promise<StrategicView> {
  const page = await getPageScope(tx, viewer, parameters);
  const types = agreementTypesOf(page.unit.level, viewer.role);
  const frame = await getFrame(tx, viewer, page, types[0], parameters);
  return page.unit.level === 'PMOC' ? getNationPart(tx, page, frame) : getAgreementPart(tx, page, frame, types);
}

/** Agreements by which a unit is followed, the one that matters most to the reader first. */
export function agreementTypesOf(level: PageScope['unit']['level'], role: Viewer['role']): AgreementType[] {
  if (level === 'PMOC') return ['PM_MIN'];
  if (level === 'MOC') return role === 'ps' || role === 'cio' ? ['MIN_PS', 'PM_MIN'] : ['PM_MIN', 'MIN_PS'];
  return ['PS_DG', 'MIN_HEAD', 'PS_GOV'];
}

async function getFrame(
  tx: Tx,
  viewer: Viewer,
  page: PageScope,
  type: AgreementType | undefined,
  parameters: StrategicParameters,
): Promise<StrategicFrame> {
  const { unit, fiscalYear, round, asOf, language } = page;
  const t = translator(language);
  const format = toFormat(language, (text) => text);
  const slice = await getNamedSlice(tx, parameters, language);
  const read = await panels(tx, {
    running: (inner) => getRunningStrip(inner, page, type ?? 'PM_MIN'),
    sheet: (inner) => getSheetView(inner, viewer, { name: parameters.sheet ?? null, asOf }),
  });
  return {
    title: t('strategic.title', { unit: unit.name, year: format.fiscalYear(fiscalYear) }),
    unit: { code: unit.code, name: unit.name, level: unit.level },
    fiscalYear,
    round,
    asOf,
    publicationId: page.publication?.id ?? null,
    asOfOn: page.day,
    certainty: null,
    slice,
    ...read,
  };
}

async function getNamedSlice(
  tx: Tx,
  parameters: Scope,
  language: Viewer['language'],
): Promise<StrategicFrame['slice']> {
  const slice = sliceOf(parameters);
  if (slice.kind === 'all') return { ...slice, name: '' };
  const [known] = await getSlices(tx, { ...slice, language });
  return known ? { ...slice, name: known.name } : { kind: 'all', code: '', name: '' };
}

/** Only where the year shown is not the running one: there the round itself says how far it is. */
async function getRunningStrip(tx: Tx, page: PageScope, type: AgreementType): Promise<RunningStrip | null> {
  const running = await getRunningRound(tx, { unitId: page.unit.id, type, day: page.day, asOf: page.asOf });
  if (!running || (running.fiscalYear === page.fiscalYear && running.round <= page.round)) return null;
  return {
    fiscalYear: running.fiscalYear,
    round: running.round,
    endsOn: running.endsOn,
    coverage: running.coverage,
    forecastScore: running.forecastScore,
    forecastWithheld: running.forecastWithheld,
  };
}
