import { panels } from '#app/access/viewer.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { getPageScope, type PageScope } from '#app/filters/page-scope.server.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import { getKpiScores } from '#db/reads/kpi-results.ts';
import { getPortfolio } from '#db/reads/portfolio.ts';
import { getAgreementsOfUnit, getDeliveryCounts, getUnitMoney } from '#db/reads/unit-overview.ts';
import { getChildUnits, getSisterUnits, getUnitAliases, getUnitLineage } from '#db/reads/units.ts';
import { getRoundScores, getUnitAgreement } from '#db/reads/agreements.ts';
import type { Tx } from '#db/connect.ts';
import { translator } from '#domain/messages/translate.ts';
import { formatPeriod } from '#domain/format/period.ts';
import { periodOfId } from '#domain/time/period.ts';
import { fiscalYearOf } from '#domain/time/fiscal-calendar.ts';
import type { KeyFigureView, UnitPageView } from './unit-view.ts';

export type UnitParameters = Omit<Scope, 'unit'> & { code: string; sheet?: string | null };

/** One unit: what it is, what it promised, its figures, money, projects and deliveries. */
export async function getUnitView(tx: Tx, viewer: Viewer, parameters: UnitParameters): Promise<UnitPageView> {
  const page = await getPageScope(tx, viewer, { ...parameters, unit: parameters.code });
  const { unit, fiscalYear, asOf, language, day } = page;
  const runningYear = fiscalYearOf(day);
  const named = { unitId: unit.id, language };
  const { results, ...read } = await panels(tx, {
    names: async (inner) => ({
      aliases: await getUnitAliases(inner, { unitId: unit.id }),
      lineage: await getUnitLineage(inner, named),
    }),
    results: (inner) => getResults(inner, page),
    agreements: (inner) => getAgreementsOfUnit(inner, { ...named, asOf, limit: 6 }),
    money: (inner) => getMoney(inner, page),
    projects: async (inner) => {
      const all = await getPortfolio(inner, { unitId: unit.id, fiscalYear: runningYear, slice: ALL, asOf });
      return all.find((one) => one.phase === 0) ?? null;
    },
    deliveries: (inner) => getDeliveryCounts(inner, { unitId: unit.id, fiscalYear: runningYear, asOf }),
    children: (inner) => getChildUnits(inner, named),
    sisters: (inner) => getSisterUnits(inner, named),
    sheet: (inner) => getSheetView(inner, viewer, { name: parameters.sheet ?? null, asOf }),
  });
  return {
    title: translator(language)('unitPage.title', { unit: unit.name }),
    unit: {
      code: unit.code,
      name: unit.name,
      shortName: unit.shortName,
      kind: unit.kind,
      level: unit.level,
      parent: unit.parentCode && unit.parentName ? { code: unit.parentCode, name: unit.parentName } : null,
      validFrom: unit.validFrom,
      validTo: unit.validTo,
    },
    fiscalYear,
    round: page.round,
    asOfOn: day,
    publicationId: page.publication?.id ?? null,
    certainty: results.ok ? results.value.certainty : null,
    figures: results.ok ? { ok: true, value: results.value.figures } : results,
    ...read,
  };
}

const ALL = { kind: 'all', code: '' };

type UnitResults = Pick<UnitPageView, 'certainty'> & { figures: KeyFigureView[] };

/** The KPIs of the unit's own agreement in the round, and how certain it is. */
async function getResults(tx: Tx, page: PageScope): Promise<UnitResults> {
  const { unit, fiscalYear, round, asOf, language } = page;
  const types = ['PM_MIN', 'MIN_HEAD', 'PS_DG', 'PS_GOV', 'MIN_PS'] as const;
  const agreement = await getUnitAgreement(tx, { unitId: unit.id, fiscalYear, types: [...types], asOf, language });
  if (!agreement) return { figures: [], certainty: null };
  const { agreementId } = agreement;
  const rounds = await getRoundScores(tx, { agreementId, asOf });
  const certainty = rounds.find((one) => one.round === round)?.certainty ?? null;
  return {
    figures: await getKpiScores(tx, { agreementId, round, asOf, language }),
    certainty: certainty === 'not_started' ? null : certainty,
  };
}

async function getMoney(tx: Tx, { unit, asOf, language }: PageScope) {
  const rows = await getUnitMoney(tx, { unitId: unit.id, asOf, limit: 4 });
  return rows.map(({ periodId, ...row }) => ({ ...row, period: formatPeriod(periodOfId(periodId), language) }));
}
