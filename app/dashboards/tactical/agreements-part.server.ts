import { Decimal } from '#domain/numbers/decimal.ts';
import { isEndangered } from '#domain/status/endangered.ts';
import { fiscalYearOf } from '#domain/time/fiscal-calendar.ts';
import { panels } from '#app/access/viewer.server.ts';
import type { Tx } from '#db/connect.ts';
import { getAgreementRanking, type RankedAgreement } from '#db/reads/agreement-ranking.ts';
import type { AgreementType } from '#db/reads/agreement-scores.ts';
import { getSharedIndicators } from '#db/reads/compared-kpis.ts';
import { getHeat } from './heat.server.ts';
import { isBelow3, leastCertain, orderRows, toPage, toRankRow, worstOf } from './ranking.server.ts';
import { getRounds } from './rounds.server.ts';
import type { TacticalPart, TacticalScope } from './tactical.server.ts';
import type { BandCount, Check, ChecksView, RankRow } from './tactical-view.ts';
import { getTrend } from './trend.server.ts';

const ALL_TYPES: readonly AgreementType[] = ['PM_MIN', 'MIN_PS', 'PS_DG', 'PS_GOV', 'MIN_HEAD'];
/** The top level; all of an agreement's KPIs at it say more about the targets than about the work. */
const BEST = '5';

/** All agreements, as the commission that runs them looks at them: distribution, below 3.00, too easy, unsigned. */
export async function getAgreementsPart(tx: Tx, scope: TacticalScope): Promise<TacticalPart> {
  const { page, query, compare, perspective } = scope;
  const { fiscalYear, round, asOf, language } = page;
  const read = { types: ALL_TYPES, round, perspective, compare, asOf, language };
  const rows = await getAgreementRanking(tx, { ...read, fiscalYear });
  const running = fiscalYearOf(page.day);
  const unsigned = (await getAgreementRanking(tx, { ...read, fiscalYear: running })).filter((row) => !row.isSigned);
  const checks = toChecks(rows, unsigned, running);
  const ministries = rows.filter((row) => row.type === 'PM_MIN');
  const listed = orderRows(toListed(rows, unsigned, query.check), query.order ?? 'score');
  const parts = await panels(tx, {
    heat: query.show === 'heat' ? (inner) => getHeat(inner, scope, ministries) : null,
    trend: query.show === 'trend' ? (inner) => getTrend(inner, scope, ministries, ['PM_MIN']) : null,
    options: scope.isChoosing
      ? async (inner) => ({
          indicators: await getSharedIndicators(inner, {
            agreementIds: ministries.map((row) => row.agreementId),
            asOf,
            language,
          }),
          rounds: await getRounds(inner, scope),
          units: ministries.map((row) => ({ code: row.unitCode, name: row.name })),
        })
      : null,
  });
  return {
    certainty: leastCertain(rows),
    coverage: null,
    summary: {
      total: rows.length,
      scored: rows.filter((row) => row.score !== null).length,
      below3: checks.below3,
      below3Before: rows.filter((row) => isBelow3(row.previousScore)).length,
      endangered: rows.filter((row) => isEndangered(row.status)).length,
      score: null,
      gap: null,
      worst: worstOf(rows.map(toAgreementRow), 'score'),
    },
    rank: { ok: true, value: toPage(listed, query.page) },
    contributions: null,
    spending: null,
    checks: { ok: true, value: checks },
    ...parts,
  };
}

function toListed(rows: readonly RankedAgreement[], unsigned: readonly RankedAgreement[], check?: Check): RankRow[] {
  if (check === 'unsigned') return unsigned.map((row) => ({ ...toAgreementRow(row), state: 'not_due' }));
  const isListed = check === 'below3' ? isUnder : check === 'easy' ? isEasy : () => true;
  return rows.filter(isListed).map(toAgreementRow);
}

const isUnder = (row: RankedAgreement) => isBelow3(row.score);
const isEasy = (row: RankedAgreement) => row.score !== null && new Decimal(row.score).eq(BEST);

function toAgreementRow(row: RankedAgreement): RankRow {
  return {
    ...toRankRow(row),
    key: String(row.agreementId),
    link: { kind: 'agreement', id: row.agreementId },
    type: row.type,
  };
}

function toChecks(
  rows: readonly RankedAgreement[],
  unsigned: readonly RankedAgreement[],
  unsignedYear: number,
): ChecksView {
  const scores = rows.flatMap((row) => (row.score === null ? [] : [new Decimal(row.score)]));
  const edges = ['5.01', '4.50', '3.50', '3.00', '1.00'];
  const bands = edges.slice(1).map((from, index): BandCount => {
    const to = edges[index]!;
    return {
      from,
      to,
      count: scores.filter((score) => score.gte(from === '1.00' ? '0' : from) && score.lt(to)).length,
    };
  });
  return {
    bands,
    below3: rows.filter(isUnder).length,
    easy: rows.filter(isEasy).length,
    unsigned: unsigned.length,
    unsignedYear,
  };
}
