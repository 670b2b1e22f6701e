import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import type { Publication } from './republish.ts';
import type { RunHead } from './run-head.ts';

/** How the rows of a fact table are told apart and compared. */
export type FactTable = {
  table: 'reading' | 'project' | 'milestone' | 'budget_line' | 'country_index';
  /** Columns that make a row the same fact, without its levels. */
  key: readonly string[];
  /** What a sender may change; a difference in any of it is a new revision. */
  content: readonly string[];
  /** Written at publication, not sent: copied along, never compared. */
  judged?: readonly string[];
  staged: 'staging.reading' | 'staging.record';
};

export type Merged = { accepted: number; unchanged: number };

/**
 * Merges a run's incoming facts: what stands already is left alone, what differs becomes a new revision shown at the run's
 * levels. An earlier revision stays standing for the levels above that have not taken the new one.
 * `incoming` selects key, content, `ministry_id`, `classification`, `record_no`, `file_no`, `sheet`, `row_no`, `as_sent`.
 */
export async function reviseFacts(
  tx: Tx,
  publication: Publication,
  run: RunHead,
  facts: FactTable,
  incoming: Fragment,
  known: Known = {},
): Promise<Merged> {
  const { hasEarlier = true, isBulk = false, within = tx`true` } = known;
  if (!hasEarlier)
    return { accepted: await insertRevisions(tx, publication, run, facts, incoming, null, false), unchanged: 0 };
  // Records are guessed to be one and are thousands; their tables are small enough to be read whole.
  const isSmall = facts.staged === 'staging.record';
  if (isSmall) await tx`set local enable_nestloop = off`;
  const unchanged = await dropUnchanged(tx, run, facts, incoming, within);
  await standAside(tx, publication, run, facts, incoming, within);
  const accepted = await insertRevisions(tx, publication, run, facts, incoming, within, !isSmall && !isBulk);
  if (isSmall) await tx`set local enable_nestloop = on`;
  return { accepted, unchanged };
}

/** What the caller knows of the rows that stand (alias r): none at all, or only in these partitions; and whether they are read whole. */
type Known = { hasEarlier?: boolean; isBulk?: boolean; within?: Fragment };

const ORIGIN = ['run_id', 'file_no', 'sheet', 'row_no', 'as_sent'] as const;

function columnsOf(facts: FactTable): string[] {
  return [...new Set(['ministry_id', ...facts.key, ...facts.content, 'classification'])];
}

function sameKey(tx: Tx, facts: FactTable) {
  return tx.unsafe(facts.key.map((column) => `r.${column} = n.${column}`).join(' and '));
}

const prefixed = (columns: readonly string[], alias: string) =>
  columns.map((column) => `${alias}.${column}`).join(', ');

async function dropUnchanged(
  tx: Tx,
  run: RunHead,
  facts: FactTable,
  incoming: Fragment,
  within: Fragment,
): Promise<number> {
  const compared = [...facts.content, 'classification'];
  const dropped = await tx`
    with n as materialized (${incoming})
    delete from ${tx.unsafe(facts.staged)} s using n join ${tx(facts.table)} r on ${sameKey(tx, facts)} and ${within}
     where s.run_id = ${run.id} and s.record_no = n.record_no and r.superseded_in is null and r.levels & ${run.levels} = ${run.levels}
       and (${tx.unsafe(prefixed(compared, 'r'))}) is not distinct from (${tx.unsafe(prefixed(compared, 'n'))})`;
  return dropped.count;
}

/** Supersedes what the new revisions replace; for levels that have not taken them the earlier ones stand on as rows of their own. */
async function standAside(
  tx: Tx,
  publication: Publication,
  run: RunHead,
  facts: FactTable,
  incoming: Fragment,
  within: Fragment,
): Promise<void> {
  await tx`
    with n as materialized (${incoming})
    update ${tx(facts.table)} r set superseded_in = ${publication.id} from n
     where ${sameKey(tx, facts)} and ${within} and r.superseded_in is null and r.levels & ${run.levels} <> 0`;
  const copied = [...columnsOf(facts), 'revision', ...(facts.judged ?? []), ...ORIGIN];
  await tx`
    with n as materialized (${incoming})
    insert into ${tx(facts.table)} (${tx.unsafe(copied.join(', '))}, levels, audiences, published_in)
    select ${tx.unsafe(prefixed(copied, 'r'))}, r.levels & ~${run.levels}::int, fact_audiences(r.levels & ~${run.levels}::int, r.classification), ${publication.id}
      from n join ${tx(facts.table)} r on ${sameKey(tx, facts)} and ${within}
     where r.superseded_in = ${publication.id} and r.levels & ~${run.levels}::int <> 0`;
}

async function insertRevisions(
  tx: Tx,
  publication: Publication,
  run: RunHead,
  facts: FactTable,
  incoming: Fragment,
  earlier: Fragment | null,
  isLookedUp: boolean,
): Promise<number> {
  const columns = columnsOf(facts);
  const [relation, revision] =
    earlier === null
      ? [tx`(${incoming}) n`, tx`1`]
      : isLookedUp
        ? [tx`(${incoming}) n`, tx`${newestRevision(tx, facts, earlier)} + 1`]
        : [tx`n left join newest r on ${sameKey(tx, facts)}`, tx`coalesce(r.revision, 0) + 1`];
  const inserted = await tx`
    ${earlier === null || isLookedUp ? tx`` : newestRevisions(tx, facts, incoming, earlier)}
    insert into ${tx(facts.table)} (${tx.unsafe(columns.join(', '))}, revision, run_id, file_no, sheet, row_no, as_sent, levels, audiences, published_in)
    select ${tx.unsafe(prefixed(columns, 'n'))}, ${revision}, ${run.id}, n.file_no, n.sheet, n.row_no, n.as_sent,
           ${run.levels}, fact_audiences(${run.levels}, n.classification), ${publication.id}
      from ${relation}`;
  return inserted.count;
}

/** Current and past rows have an index each; one question over both could use neither. */
function newestRevision(tx: Tx, facts: FactTable, within: Fragment) {
  const newest = (state: string) => tx`
    coalesce((select max(r.revision) from ${tx(facts.table)} r where ${sameKey(tx, facts)} and ${within} and r.superseded_in ${tx.unsafe(state)}), 0)`;
  return tx`greatest(${newest('is null')}, ${newest('is not null')})`;
}

/** For all at once, before the first row is written: a look-up for each would read, in a table that was empty when it was planned, all rows written before. */
function newestRevisions(tx: Tx, facts: FactTable, incoming: Fragment, within: Fragment) {
  return tx`
    with n as materialized (${incoming}),
    newest as materialized (
      select ${tx.unsafe(prefixed(facts.key, 'n'))}, max(r.revision) as revision from n join ${tx(facts.table)} r on ${sameKey(tx, facts)} and ${within}
       group by ${tx.unsafe(prefixed(facts.key, 'n'))})`;
}
