import { insidersOf } from '#domain/hierarchy/audience.ts';
import { suppress, type SuppressibleFigure } from '#domain/roll-up/suppression.ts';
import type { Tx } from '../connect.ts';
import { groupBy } from './group-by.ts';
import { forgetReadings, type Forgotten, type Kept } from './forget-suppressed.ts';
import {
  getKeptKeys,
  getStandingFigures,
  getWithheldDuties,
  type FigureKey,
  type StandingFigure,
  type WithheldDuty,
} from './kept-figures.ts';
import { TIME_DEPTH } from './roll-up-targets.ts';
import type { Publication } from './republish.ts';

/**
 * Hides, beside what is kept from an audience, what would tell it by addition or subtraction; which figures those are is the
 * domain's rule (#domain/roll-up/suppression.ts), asked of all figures of an indicator and period at once. What a unit's duty
 * says is withheld is kept from all but its own people. Only what was reported needs this: each roll-up is computed from what
 * its audience sees. `years` are those that the publication touched. Answers what audiences had seen before and are not to see any more.
 */
export async function suppressComplements(
  tx: Tx,
  publication: Publication,
  years: readonly number[],
): Promise<Forgotten[]> {
  if (!(await isAnyKept(tx, publication.id, years))) return [];
  const keys = await getKeptKeys(tx, publication, years);
  const forgotten: Forgotten[] = [];
  for (let from = 0; from < keys.length; from += KEYS_AT_ONCE) {
    const some = keys.slice(from, from + KEYS_AT_ONCE);
    const judged = judge(await getStandingFigures(tx, publication, some), await getWithheldDuties(tx, some));
    await showOtherwise(tx, publication, judged.changed);
    forgotten.push(...(await forgetReadings(tx, judged.kept)));
  }
  return forgotten;
}

/** So many indicators and periods, each with all its figures, are held in memory at a time; years follow one another. */
const KEYS_AT_ONCE = 100;

/** Where nothing is kept from anybody, nor ever was, nothing is or was hidden beside it. */
async function isAnyKept(tx: Tx, id: number, years: readonly number[]): Promise<boolean> {
  const touched = tx`
    r.fiscal_year = any(${[...years]}::smallint[]) and r.indicator_id in (select indicator_id from staging.touched where publication_id = ${id})`;
  const [row] = await tx<{ found: boolean }[]>`
    select exists (select from reading r where (r.classification > 0 or r.state = 'withheld') and ${touched})
        or exists (select from expected_report r where r.state = 'withheld' and ${touched}) as found`;
  return row!.found;
}

type Changed = StandingFigure & { nowSeenBy: number };

/** Asks the rule for each indicator and period; answers the rows that others see from now on, and what is kept from whom. */
function judge(
  standing: readonly StandingFigure[],
  duties: readonly WithheldDuty[],
): { changed: Changed[]; kept: Kept[] } {
  const changed: Changed[] = [];
  const kept: Kept[] = [];
  const withheld = groupBy(duties, keyOf);
  for (const [key, figures] of groupBy(standing, keyOf)) {
    const asked = askedOf(figures, withheld.get(key) ?? []);
    suppress(asked.map(({ figure }) => figure)).forEach(({ hidden, beside }, place) => {
      const { figure, row, sliceId } = asked[place]!;
      const nowSeenBy = row && row.value !== null ? row.seenBy & ~hidden : 0;
      if (row && row.value !== null && row.audiences !== nowSeenBy) changed.push({ ...row, nowSeenBy });
      if (hidden | beside) {
        const { indicatorId, fiscalYear, periodId } = figures[0]!;
        kept.push({ indicatorId, fiscalYear, periodId, unitId: figure.unitId, sliceId, hidden, beside });
      }
    });
  }
  return { changed, kept };
}

const keyOf = ({ indicatorId, periodId }: FigureKey): string => `${indicatorId} ${periodId}`;

const EVERY_LEVEL = 7;

type Asked = { figure: SuppressibleFigure; row: StandingFigure | null; sliceId: number };

/** The figures as the rule wants them. A unit whose duty withholds and that sent nothing is a figure that nobody sees. */
function askedOf(figures: readonly StandingFigure[], duties: readonly WithheldDuty[]): Asked[] {
  const isOwed = new Set(duties.map(({ unitId }) => unitId));
  const sent = figures.map((row): Asked => {
    const { unitId, unitLevel, path, levels, value, sliceId } = row;
    const slice = row.sliceKind === null ? null : { id: sliceId, kind: row.sliceKind };
    const seenBy = slice === null && isOwed.has(unitId) ? row.seenBy & insidersOf(unitLevel) : row.seenBy;
    return { figure: { unitId, unitLevel, path, slice, levels, seenBy, value }, row, sliceId };
  });
  const unsent = duties.flatMap(({ unitId, unitLevel, path }): Asked[] => {
    const own = figures.filter((row) => row.unitId === unitId && row.sliceId === 0);
    const levels = own.reduce((rest, row) => rest & ~row.levels, EVERY_LEVEL);
    const figure = { unitId, unitLevel, path, slice: null, levels, seenBy: 0, value: null };
    return levels === 0 ? [] : [{ figure, row: null, sliceId: 0 }];
  });
  return [...sent, ...unsent];
}

/** Rows of this publication are written over; those of an earlier one keep their history and are replaced. */
async function showOtherwise(tx: Tx, publication: Publication, changed: readonly Changed[]): Promise<void> {
  const column = (name: 'unitId' | 'indicatorId' | 'fiscalYear' | 'periodId' | 'sliceId' | 'levels' | 'nowSeenBy') =>
    changed.map((row) => row[name]);
  if (changed.length === 0) return;
  const id = publication.id;
  const wanted = tx`
    unnest(${column('unitId')}::int[], ${column('indicatorId')}::int[], ${column('fiscalYear')}::smallint[], ${column('periodId')}::int[], ${column('sliceId')}::smallint[],
           ${column('levels')}::smallint[], ${column('nowSeenBy')}::smallint[]) as w(unit_id, indicator_id, fiscal_year, period_id, slice_id, levels, now_seen_by)`;
  const same = tx`
    r.unit_id = w.unit_id and r.indicator_id = w.indicator_id and r.fiscal_year = w.fiscal_year and r.period_id = w.period_id and r.slice_id = w.slice_id
    and r.levels = w.levels and r.superseded_in is null`;
  await tx`update reading r set audiences = w.now_seen_by from ${wanted} where ${same} and r.published_in = ${id}`;
  await tx`
    update etl_run e set totals_kept_from = e.totals_kept_from | w.bits
      from (select run_id, bit_or(bits) as bits from unnest(${changed.map((row) => row.runId)}::int[], ${changed.map((row) => row.seenBy & ~row.nowSeenBy)}::int[]) as x(run_id, bits) group by 1) w
     where e.id = w.run_id and w.bits & ~e.totals_kept_from::int <> 0`;
  const earlier = changed.filter(({ isNew }) => !isNew);
  if (earlier.length === 0) return;
  await tx`
    insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
    select ${id}::int, r.fiscal_year, r.ministry_id, r.unit_id, r.indicator_id, r.period_id, r.slice_id, ${HIDE_DEPTH}::int - w.levels * 512 - w.now_seen_by
      from ${wanted} join reading r on ${same} and r.published_in < ${id}`;
  await replaceEarlier(tx, id);
}

/**
 * Rows of an earlier publication keep their history: marked in staging.touched below this depth, with their levels and who sees
 * them from now on (nine bits), they are superseded by a copy seen by fewer.
 */
const HIDE_DEPTH = -1000;

async function replaceEarlier(tx: Tx, id: number): Promise<void> {
  const marked = tx`
    t.publication_id = ${id} and t.depth <= ${HIDE_DEPTH} and r.unit_id = t.unit_id and r.indicator_id = t.indicator_id and r.fiscal_year = t.fiscal_year
    and r.period_id = t.period_id and r.slice_id = t.slice_id and r.levels = (${HIDE_DEPTH}::int - t.depth) / 512`;
  await tx`update reading r set superseded_in = ${id} from staging.touched t where ${marked} and r.superseded_in is null and r.published_in < ${id}`;
  await tx`
    insert into reading (fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, revision, indicator_version, classification, levels,
                         state, value, numerator, denominator, note, of_record, run_id, file_no, sheet, row_no, as_sent, audiences, published_in)
    select r.fiscal_year, r.ministry_id, r.unit_id, r.indicator_id, r.period_id, r.slice_id, r.revision, r.indicator_version, r.classification, r.levels,
           r.state, r.value, r.numerator, r.denominator, r.note, r.of_record, r.run_id, r.file_no, r.sheet, r.row_no, r.as_sent, (${HIDE_DEPTH}::int - t.depth) % 512, ${id}
      from reading r join staging.touched t on ${marked} where r.superseded_in = ${id} and r.published_in < ${id}`;
  // What was computed from a part that is hidden now is computed again without it, and where a total is hidden, what counts instead.
  await tx`
    insert into staging.touched (publication_id, fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id, depth)
    with parts as (select distinct fiscal_year, ministry_id, unit_id, indicator_id, period_id, slice_id from staging.touched where publication_id = ${id} and depth <= ${HIDE_DEPTH})
    select ${id}::int, k.fiscal_year, p.ministry_id, p.id, k.indicator_id, k.period_id, k.slice_id, p.depth
      from parts k join org_unit u on u.id = k.unit_id join org_unit p on p.id = u.parent_id
    union select ${id}::int, k.fiscal_year, k.ministry_id, k.unit_id, k.indicator_id, k.period_id, k.slice_id, u.depth
      from parts k join org_unit u on u.id = k.unit_id where exists (select from org_unit c where c.parent_id = k.unit_id)
    union select ${id}::int, k.fiscal_year, k.ministry_id, k.unit_id, k.indicator_id, k.fiscal_year::int * 100000, k.slice_id, ${TIME_DEPTH}::int from parts k`;
  await tx`delete from staging.touched where publication_id = ${id} and depth <= ${HIDE_DEPTH}`;
}
