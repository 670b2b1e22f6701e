import { translator } from '#domain/messages/translate.ts';
import { slipStateOf } from '#domain/projects/slip.ts';
import { fiscalYearOf } from '#domain/time/fiscal-calendar.ts';
import { panels } from '#app/access/viewer.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { toFormat } from '#app/components/format.ts';
import { getPageScope, type PageScope } from '#app/filters/page-scope.server.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import type { Tx } from '#db/connect.ts';
import { getPortfolio, type PortfolioPhase } from '#db/reads/portfolio.ts';
import { getProjectList, type ListedProject } from '#db/reads/project-list.ts';
import { getListNames } from '#db/reads/project-record.ts';
import { getSlices } from '#db/reads/slices.ts';
import type {
  FilterOptions,
  PortfolioTotal,
  ProjectQuery,
  ProjectRow,
  ProjectsView,
  ProjectTableView,
  SlowProject,
} from './projects-view.ts';

export type ProjectsParameters = Scope & ProjectQuery & { sheet?: string | null };
type Slice = { kind: string; code: string };

const PAGE_ROWS = 20;
/** More than any screen holds of the worst few; the sheet of styles shows as many as fit. */
const FIRST_ROWS = 12;
const SLICE_KINDS = ['system', 'layer', 'strategy', 'province'] as const;

/** The portfolio of a unit: phases with count and money, then the projects, worst first. */
export async function getProjectsView(tx: Tx, viewer: Viewer, parameters: ProjectsParameters): Promise<ProjectsView> {
  const page = await getPageScope(tx, viewer, parameters);
  const fiscalYear = parameters.fy ?? fiscalYearOf(page.day);
  const slice = toSlice(parameters);
  const { unit, asOf, language, day } = page;
  const isTop = showsTheTop(parameters);
  const { portfolio, table, slowest, ...read } = await panels(tx, {
    portfolio: async (inner) => {
      const rows = await getPortfolio(inner, { unitId: unit.id, fiscalYear, slice, asOf });
      const names = await getListNames(inner, { list: 'project_phase', language });
      return { total: toTotal(rows), phases: toPhases(rows, names) };
    },
    table: (inner) => getTable(inner, page, fiscalYear, parameters, slice),
    slowest: isTop ? null : (inner) => getSlowest(inner, page, fiscalYear, slice),
    sliceName:
      slice.kind === 'all' ? null : async (inner) => (await getSlices(inner, { ...slice, language }))[0]?.name ?? null,
    options: parameters.sheet === 'filters' ? (inner) => getOptions(inner, page) : null,
    sheet: (inner) => getSheetView(inner, viewer, { name: parameters.sheet ?? null, asOf }),
  });
  return {
    title: titleOf(page, fiscalYear),
    unit: { code: unit.code, name: unit.name },
    fiscalYear,
    publicationId: page.publication?.id ?? null,
    asOf,
    asOfOn: day,
    certainty: fiscalYear === fiscalYearOf(day) ? 'mid_round' : null,
    query: toQuery(parameters),
    hasFilters: slice.kind !== 'all' || Boolean(parameters.indicator),
    total: portfolio.ok ? portfolio.value.total : null,
    phases: portfolio.ok ? { ok: true, value: portfolio.value.phases } : portfolio,
    table,
    slowest: slowest ?? (table.ok ? { ok: true, value: toSlow(table.value.rows[0], day) } : table),
    ...read,
  };
}

function titleOf({ unit, language }: PageScope, fiscalYear: number): string {
  const year = toFormat(language, (text) => text).fiscalYear(fiscalYear);
  return translator(language)('projects.title', { unit: unit.name, year });
}

/** The page's numbers follow one slice; the first filter of those kinds is it. */
function toSlice(parameters: ProjectsParameters): Slice {
  const [kind, code] = parameters.slice?.split(':') ?? [];
  if (kind && code && SLICE_KINDS.some((one) => one === kind)) return { kind, code };
  const first = SLICE_KINDS.find((one) => parameters[one] !== undefined);
  return first ? { kind: first, code: parameters[first]! } : { kind: 'all', code: '' };
}

async function getTable(
  tx: Tx,
  { unit, asOf, language }: PageScope,
  fiscalYear: number,
  query: ProjectQuery,
  slice: Slice,
): Promise<ProjectTableView> {
  const { phase, status, indicator, gate, late, system, layer, strategy, province, sort, isAscending } = query;
  const limit = query.page === null ? FIRST_ROWS : PAGE_ROWS;
  const number = query.page ?? 1;
  const filter = { phase, status, indicator, gate, isLate: late, system, layer, strategy, province };
  const rows = await getProjectList(tx, {
    unitId: unit.id,
    fiscalYear,
    filter: slice.kind === 'all' ? filter : { ...filter, [slice.kind]: slice.code },
    sort,
    isAscending,
    limit,
    offset: (number - 1) * limit,
    asOf,
    language,
  });
  const matches = rows[0]?.matches ?? 0;
  return { rows: rows.map(toRow), matches, page: number, pages: Math.max(1, Math.ceil(matches / PAGE_ROWS)) };
}

function toRow(row: ListedProject): ProjectRow {
  const { kpiId, kpiNo, agreementId, agreementUnit } = row;
  const { code, name, unitName, unitShortName, status, slipDays, costVariance, spentShare, percentDone, eaGate } = row;
  const { ownerTitle, plannedStartOn, plannedEndOn, forecastEndOn, actualEndOn, flags } = row;
  const { phase, indicatorCode, indicatorName } = row;
  const kpi = kpiId && agreementId ? { id: kpiId, no: kpiNo!, agreementId, agreementUnit: agreementUnit! } : null;
  return {
    ...{ phase, code, name, unitName, unitShortName, status, slipDays, costVariance, spentShare, percentDone, eaGate },
    ...{ ownerTitle, plannedStartOn, plannedEndOn, forecastEndOn, actualEndOn, flags, indicatorCode, indicatorName },
    kpi,
  };
}

/** Nothing narrows or turns the table: its first row is the latest project of all, which the headline names. */
function showsTheTop({ phase, status, gate, indicator, late, sort, isAscending, page }: ProjectQuery): boolean {
  return sort === 'slip' && !isAscending && !(phase || status || gate || indicator || late) && (page ?? 1) === 1;
}

async function getSlowest(
  tx: Tx,
  { unit, asOf, day, language }: PageScope,
  fiscalYear: number,
  slice: Slice,
): Promise<SlowProject | null> {
  const filter = slice.kind === 'all' ? {} : { [slice.kind]: slice.code };
  const args = { unitId: unit.id, fiscalYear, filter, sort: 'slip' as const, isAscending: false, limit: 1, offset: 0 };
  return toSlow((await getProjectList(tx, { ...args, asOf, language }))[0], day);
}

function toSlow(
  first: Pick<ProjectRow, 'code' | 'name' | 'slipDays' | 'plannedEndOn' | 'actualEndOn'> | undefined,
  day: string,
): SlowProject | null {
  if (!first || first.actualEndOn !== null || !first.slipDays) return null;
  const { code, name, slipDays } = first;
  return { code, name, slipDays, isForecast: slipStateOf(first, day)?.kind !== 'happened' };
}

function toTotal(rows: PortfolioPhase[]): PortfolioTotal {
  const whole = rows.find((row) => row.phase === 0);
  return {
    projects: whole?.projects ?? 0,
    valueBaht: whole?.valueBaht ?? '0',
    lateOver30Days: whole?.lateOver30Days ?? 0,
    lateValueBaht: whole?.lateValueBaht ?? '0',
    atRisk: whole?.atRisk ?? 0,
    gatesBlocking: whole?.gatesBlocking ?? 0,
  };
}

function toPhases(rows: PortfolioPhase[], names: { code: string; shortName: string }[]) {
  return [1, 2, 3, 4, 5].map((phase) => {
    const row = rows.find((one) => one.phase === phase);
    return {
      phase,
      name: names.find(({ code }) => code === String(phase))?.shortName ?? '',
      projects: row?.projects ?? 0,
      valueBaht: row?.valueBaht ?? '0',
      lateOver30Days: row?.lateOver30Days ?? 0,
    };
  });
}

async function getOptions(tx: Tx, { language }: PageScope): Promise<FilterOptions> {
  const slices = await getSlices(tx, { language });
  const of = (kind: string) => slices.filter((slice) => slice.kind === kind).map(({ code, name }) => ({ code, name }));
  return { system: of('system'), layer: of('layer'), strategy: of('strategy'), province: of('province') };
}

function toQuery({
  sheet: _sheet,
  unit: _unit,
  fy: _fy,
  round: _round,
  slice: _slice,
  asOf: _asOf,
  ...query
}: ProjectsParameters): ProjectQuery {
  return query;
}
