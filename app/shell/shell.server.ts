import type { AppLoadContext } from '@remix-run/node';
import { landingPath, mayAppointAides, mayDo } from '#domain/hierarchy/roles.ts';
import { translator } from '#domain/messages/translate.ts';
import { toNormalForm } from '#domain/text/normal-form.ts';
import { matchesSearch, toSearchKeys } from '#domain/text/search-key.ts';
import { bangkokDateOf, fiscalYearOf } from '#domain/time/fiscal-calendar.ts';
import type { Tx } from '#db/connect.ts';
import { findByName } from '#db/reads/find.ts';
import { getChoices } from '#db/reads/positions.ts';
import { getRoundOptions } from '#db/reads/round-options.ts';
import { getUnitOptions } from '#db/reads/unit-options.ts';
import { getUnit } from '#db/reads/units.ts';
import type { Viewer } from '../access/viewer.ts';
import { panels, withViewerIfAny } from '../access/viewer.server.ts';
import { getPageScope, type PageScope } from '../filters/page-scope.server.ts';
import { toScope } from '../filters/scope.ts';
import {
  LANDINGS,
  type Found,
  type Place,
  type ShellView,
  type ShellViewer,
  type UnitOption,
  type YearOption,
} from './shell-view.ts';

/** The frame for one request, read as its viewer; null when nobody is signed in. */
export function getShellView(request: Request, context: AppLoadContext): Promise<ShellView | null> {
  return withViewerIfAny(request, context, async (tx, viewer) => ({
    ...(await getFrame(tx, viewer, new URL(request.url))),
    isDemonstration: context.env.demo,
  }));
}

/** Lists are read only while the sheet that shows them is open, and may fail in it while the page lives. */
export async function getFrame(tx: Tx, viewer: Viewer, url: URL): Promise<Omit<ShellView, 'isDemonstration'>> {
  const sheet = url.searchParams.get('sheet');
  const page = await getPageScope(tx, viewer, await toKnownScope(tx, viewer, url));
  const { mayChangePosition, ...lists } = await panels(tx, {
    mayChangePosition: sheet === 'me' ? (inner) => holdsSeveral(inner, viewer) : null,
    years: sheet === 'rounds' ? (inner) => getYears(inner, page) : null,
    units: sheet === 'units' ? (inner) => getUnits(inner, page) : null,
    found: sheet === 'find' ? (inner) => getFound(inner, page, url.searchParams.get('q') ?? '') : null,
  });
  return {
    viewer: { ...(await toShellViewer(tx, viewer)), mayChangePosition },
    unit: { code: page.unit.code, name: page.unit.name },
    ...shownTime(page, url),
    landing: LANDINGS.find((page) => `/${page}` === landingPath(viewer.actsAs, viewer.role)) ?? null,
    places: mayDo(viewer.actsAs, 'administer') ? [...PLACES, 'people', 'audit'] : PLACES,
    csrfToken: viewer.csrfToken,
    publicationId: viewer.publication?.id ?? 0,
    ...lists,
  };
}

/** Of these pages the running year is the default, whichever round ended last; the bar says the year that they show. */
const PAGES_OF_NOW = ['/projects', '/operational', '/feeds', '/runs', '/people', '/audit'];

function shownTime(page: PageScope, url: URL): Pick<ShellView, 'fiscalYear' | 'round'> {
  if (!PAGES_OF_NOW.some((path) => url.pathname === path || url.pathname.startsWith(`${path}/`)))
    return { fiscalYear: page.fiscalYear, round: page.round };
  return { fiscalYear: toScope(url).fy ?? fiscalYearOf(page.day), round: null };
}

const PLACES: Place[] = ['projects', 'agreements', 'feeds'];
const FEWEST_LETTERS = 2;

/** The page says that a unit does not exist; the frame around it goes on with the viewer's own. */
async function toKnownScope(tx: Tx, viewer: Viewer, url: URL) {
  const scope = toScope(url);
  if (!scope.unit || (await getUnit(tx, { code: scope.unit, language: viewer.language }))) return scope;
  return { ...scope, unit: undefined };
}

async function toShellViewer(tx: Tx, viewer: Viewer): Promise<Omit<ShellViewer, 'mayChangePosition'>> {
  const isThai = viewer.language === 'th';
  const t = translator(viewer.language);
  const title = isThai ? viewer.titleTh : viewer.titleEn;
  return {
    name: isThai ? `${viewer.honorificTh ?? ''}${viewer.nameTh}` : viewer.nameEn,
    position: viewer.isAide ? t('shell.aide') : title,
    shortPosition: viewer.isAide ? undefined : await toShortPosition(tx, viewer),
    isActing: viewer.acting !== null,
    principal: viewer.isAide ? title : undefined,
    mayAppointAides: mayAppointAides(viewer.actsAs),
  };
}

async function holdsSeveral(tx: Tx, viewer: Viewer): Promise<boolean> {
  return (await getChoices(tx, viewer.personId, bangkokDateOf(viewer.now))).length > 1;
}

/** รมว. and ปลัด with the ministry's abbreviation, CIO and data officer without their unit, which stands in the bar; other titles stay. */
async function toShortPosition(tx: Tx, viewer: Viewer): Promise<string | undefined> {
  if (viewer.role === 'cio') return translator(viewer.language)('shell.shortCio');
  if (viewer.role === 'officer') return translator(viewer.language)('shell.shortOfficer');
  if (viewer.role !== 'minister' && viewer.role !== 'ps') return undefined;
  const unit = await getUnit(tx, { code: viewer.unit.code, language: viewer.language });
  if (!unit || unit.shortName === unit.name) return undefined;
  const t = translator(viewer.language);
  return t(viewer.role === 'minister' ? 'shell.shortMinister' : 'shell.shortSecretary', { unit: unit.shortName });
}

async function getYears(tx: Tx, page: PageScope): Promise<YearOption[]> {
  const fiscalYear = fiscalYearOf(page.day);
  const rows = await getRoundOptions(tx, { unitId: page.unit.id, fiscalYear, asOf: page.asOf });
  return [...new Set(rows.map((row) => row.fiscalYear))].map((year) => ({
    fiscalYear: year,
    rounds: rows.filter((row) => row.fiscalYear === year).map(({ round, certainty }) => ({ round, certainty })),
  }));
}

async function getUnits(tx: Tx, page: PageScope): Promise<UnitOption[]> {
  const rows = await getUnitOptions(tx, { language: page.language });
  return rows.map(({ code, name, abbreviation, group, names }) => ({
    code,
    name,
    abbreviation: abbreviation ?? undefined,
    group,
    keys: toSearchKeys(names),
  }));
}

async function getFound(tx: Tx, page: PageScope, text: string): Promise<{ query: string; results: Found[] }> {
  const query = toNormalForm(text.replace(/\p{Cc}/gu, ' '))
    .trim()
    .slice(0, 100);
  if (query.length < FEWEST_LETTERS) return { query: '', results: [] };
  const units = (await getUnits(tx, page)).filter((unit) => matchesSearch(query, unit.keys));
  const others = await findByName(tx, { text: query, asOf: page.asOf, language: page.language });
  const results: Found[] = [
    ...units
      .slice(0, 8)
      .map((unit) => ({ kind: 'units' as const, label: unit.name, detail: unit.group, href: `/units/${unit.code}` })),
    ...others.map(({ kind, code, name, unit }) => ({
      kind,
      label: name,
      detail: unit,
      href: `/${kind}/${encodeURIComponent(code)}`,
    })),
  ];
  return { query, results };
}
