import type { Sql, Tx } from '../connect.ts';
import { countDeliveries } from './count-deliveries.ts';
import { forgetComputed } from './forget-suppressed.ts';
import { judgeProjects } from './judge-projects.ts';
import { chooseReach, planForBulk, type Reach } from './plan-for-bulk.ts';
import { lockPublications, lockPublicationsNow } from './publication-lock.ts';
import { rollUpAcross } from './roll-up-across.ts';
import { rollUpBudget } from './roll-up-budget.ts';
import { rollUpPortfolio } from './roll-up-portfolio.ts';
import { forgetTouched } from './roll-up-targets.ts';
import { rollUpTime } from './roll-up-time.ts';
import { scoreAgreements } from './score-agreements.ts';
import { suppressComplements } from './suppress-complements.ts';
import { touchUnits } from './touch-units.ts';

/** Why published numbers may change: a closed list. */
export type Cause = 'load' | 'withdraw' | 'accept' | 'return' | 'agreement' | 'framework' | 'unit' | 'day_turn';

/** What a change asks to be computed again. Figures name theirs in staging.touched. */
export type Scope = {
  /** Units whose projects changed, or the money they are judged by. */
  projectUnits?: number[];
  /** Units whose milestones changed; nothing is counted from those. */
  milestoneUnits?: number[];
  /** Units whose money changed. */
  budgetUnits?: number[];
  /** Agreements to score again besides those whose figures changed. */
  agreements?: number[];
};

export type Publication = { id: number; at: string; asOfOn: string };

/** What a publication is made of: its cause, and the run that caused it. */
export type About = {
  cause: Cause;
  now: Date;
  runId?: number;
  /** Only now, or not at all: where another publication is being made, nothing is done. */
  isImpatient?: boolean;
};

/**
 * The one way by which published numbers change: one transaction under the publication lock, so ids stand in commit order
 * and nobody sees half a change. Returns the publication; answers null when `change` returned null (nothing to publish).
 */
export async function republish(
  sql: Sql,
  about: About,
  change: (tx: Tx, publication: Publication) => Promise<Scope | null>,
): Promise<Publication | null> {
  try {
    return await sql.begin(async (tx) => {
      if (about.isImpatient) {
        if (!(await lockPublicationsNow(tx))) throw new NothingToPublish();
      } else await lockPublications(tx);
      await keepJoinOrder(tx);
      const publication = await openPublication(tx, about);
      const scope = await change(tx, publication);
      if (!scope) throw new NothingToPublish();
      await computeAgain(tx, publication, scope);
      await touchUnits(tx, publication, scope, about.runId ?? null);
      await forgetTouched(tx, publication);
      await tx`select pg_notify('publication', ${String(publication.id)})`;
      return publication;
    });
  } catch (fault) {
    if (fault instanceof NothingToPublish) return null;
    throw fault;
  }
}

class NothingToPublish extends Error {}

/** Time never runs backwards between publications, whatever the caller's clock says. */
export async function openPublication(
  tx: Tx,
  about: { cause: Cause; now: Date; runId?: number | undefined },
): Promise<Publication> {
  const [row] = await tx<{ id: number; published_at: string; as_of_on: string }[]>`
    insert into publication (id, cause, published_at, as_of_on, run_id)
    select coalesce(max(id), 0) + 1, ${about.cause}, greatest(max(published_at), ${about.now}::timestamptz),
           (greatest(max(published_at), ${about.now}::timestamptz) at time zone 'Asia/Bangkok')::date, ${about.runId ?? null}
      from publication
    returning id, published_at, as_of_on`;
  return { id: row!.id, at: row!.published_at, asOfOn: row!.as_of_on };
}

/** Moves a publication, which nobody has seen yet, to a later moment: it may have been opened long before it has anything to show. */
export async function movePublication(tx: Tx, publication: Publication, now: Date): Promise<void> {
  const [row] = await tx<{ published_at: string; as_of_on: string }[]>`
    update publication set published_at = greatest(published_at, ${now}::timestamptz), as_of_on = (greatest(published_at, ${now}::timestamptz) at time zone 'Asia/Bangkok')::date
     where id = ${publication.id} returning published_at, as_of_on`;
  Object.assign(publication, { at: row!.published_at, asOfOn: row!.as_of_on });
}

/** Everything that follows from facts, in the order in which it follows. */
export async function computeAgain(tx: Tx, publication: Publication, scope: Scope): Promise<void> {
  const { reach, years } = await surveyTouched(tx, publication);
  await countDeliveries(tx, publication);
  const forgotten = await suppressComplements(tx, publication, years);
  await rollUpAcross(tx, publication, reach);
  await rollUpTime(tx, publication, reach);
  await judgeProjects(tx, publication, scope);
  await rollUpPortfolio(tx, publication, scope);
  await rollUpBudget(tx, publication, scope);
  await scoreAgreements(tx, publication, scope);
  await forgetComputed(tx, forgotten);
}

/**
 * The planner has no statistics of rows written in this transaction, and guesses one row where thousands stand. So joins run
 * in the order in which the statements name them, each a look-up by a whole key.
 */
async function keepJoinOrder(tx: Tx): Promise<void> {
  await tx`set local jit = off`;
  await tx`set local join_collapse_limit = 1`;
}

/** Figures are looked up one by one while they are few beside what stands in their years, else those years are read once. */
async function surveyTouched(tx: Tx, publication: Publication): Promise<{ reach: Reach; years: number[] }> {
  const touched = await tx<{ year: number; n: number }[]>`
    select fiscal_year::int as year, count(*)::int as n from staging.touched where publication_id = ${publication.id} group by 1`;
  const rows = touched.reduce((sum, { n }) => sum + n, 0);
  const years = touched.map(({ year }) => year);
  const reach = await chooseReach(tx, rows, years);
  if (reach !== 'one by one') await planForBulk(tx, { staged: 'touched' });
  return { reach, years };
}
