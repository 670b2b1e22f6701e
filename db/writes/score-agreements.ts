import { roundOf } from '#domain/time/rounds.ts';
import type { RoundMonths } from '#domain/time/period.ts';
import type { Tx } from '../connect.ts';
import { groupBy } from './group-by.ts';
import { replaceRows, rowsOf } from './replace-rows.ts';
import type { Publication, Scope } from './republish.ts';
import { toRoundResult, type RoundInput, type RoundResult } from './scoring/agreement-result.ts';
import { audienceGroups } from './scoring/audience-groups.ts';
import { toForecast } from './scoring/forecast.ts';
import { loadAgreements, type AgreementRow, type ScoringInput } from './scoring/load-agreements.ts';
import { toLookUp, type ScoreLookUp } from './scoring/score-input.ts';
import { toScoreHistory } from './scoring/score-history.ts';

/** Agreements scored at a time: bounds memory, not results. */
const BATCH = 60;
const ROUNDS: readonly RoundMonths[] = [6, 9, 12];

/** Scores again every agreement whose figures or terms changed; certified and final rounds are never touched. */
export async function scoreAgreements(tx: Tx, publication: Publication, scope: Scope): Promise<void> {
  // Year after year: a later one reads what this publication makes of the one before.
  for (const ids of await affectedAgreements(tx, publication, scope))
    for (let at = 0; at < ids.length; at += BATCH) await scoreBatch(tx, publication, ids.slice(at, at + BATCH));
}

/** Agreements to score again by fiscal year, the earliest first. */

async function affectedAgreements(tx: Tx, publication: Publication, scope: Scope): Promise<number[][]> {
  const rows = await tx<{ ids: number[] }[]>`
    with named as (
      select k.agreement_id from (select distinct unit_id, indicator_id, fiscal_year from staging.touched where publication_id = ${publication.id}) t
        join agreement_kpi k on k.indicator_id = t.indicator_id and k.unit_id = t.unit_id and k.fiscal_year = t.fiscal_year
       where k.superseded_in is null
      union select unnest(${scope.agreements ?? []}::int[])),
    affected as (
      select agreement_id from named
      union
      -- Later years compare with this one and forecast from it.
      select b.agreement_id from named n join agreement a on a.agreement_id = n.agreement_id and a.superseded_in is null
        join agreement b on b.unit_id = a.unit_id and b.type = a.type and b.fiscal_year > a.fiscal_year and b.superseded_in is null)
    select array_agg(f.agreement_id order by f.agreement_id) as ids
      from affected f left join agreement a on a.agreement_id = f.agreement_id and a.superseded_in is null group by a.fiscal_year order by a.fiscal_year`;
  return rows.map((row) => row.ids);
}

type Rows = { kpis: object[]; scores: object[]; history: object[] };

async function scoreBatch(tx: Tx, publication: Publication, ids: number[]): Promise<void> {
  const input = await loadAgreements(tx, ids);
  const locked = await lockedRounds(tx, ids);
  const lookUp = toLookUp(input);
  const earlierOf = toEarlier(input);
  const rows: Rows = { kpis: [], scores: [], history: [] };
  for (const agreement of input.agreements) {
    const kpis = lookUp.kpisOf(agreement);
    const before = earlierOf(agreement);
    const compared = [...before.previous, ...before.past];
    for (const group of audienceGroups(agreement.reach, kpis, (kpi) => lookUp.figuresOf(agreement, kpi), compared))
      scoreGroup(before, lookUp, { agreement, kpis, group, asOf: publication.asOfOn, locked }, rows);
  }
  await write(tx, publication, ids, rows);
}

/** Scores of earlier years that a year is compared with and forecast from. */
type Earlier = Pick<ScoringInput, 'previous' | 'past'>;

function toEarlier(input: ScoringInput): (agreement: AgreementRow) => Earlier {
  const previous = groupBy(input.previous, (row) => String(row.agreement_id));
  const past = groupBy(input.past, (row) => `${row.unit_id}:${row.type}`);
  return ({ previous_agreement_id, unit_id, type }) => ({
    previous: previous.get(String(previous_agreement_id)) ?? [],
    past: past.get(`${unit_id}:${type}`) ?? [],
  });
}

type Subject = Pick<RoundInput, 'agreement' | 'kpis' | 'group' | 'asOf'> & { locked: ReadonlySet<string> };

/** Adds all rows of an agreement for one set of audiences: its open rounds so far, one after the other, and its trajectory. */
function scoreGroup(earlier: Earlier, lookUp: ScoreLookUp, subject: Subject, rows: Rows): void {
  const { agreement, kpis, group, asOf, locked } = subject;
  const sees = (row: { audiences: number }) => (row.audiences & (1 << group.audience)) !== 0;
  const history = toScoreHistory(agreement, kpis, group, asOf);
  const forecast = toForecast(agreement, history, earlier.past.filter(sees), asOf);
  const lastYear = earlier.previous.find(sees);
  let before: RoundResult | null = null;
  for (const round of startedRounds(agreement, asOf)) {
    const previous: RoundInput['previous'] = before
      ? { kpis: before.kpis, score: before.scoreOf }
      : { kpis: new Map(), score: (part) => (part === 'ALL' ? (lastYear?.score ?? null) : null) };
    before = toRoundResult({ ...subject, round, expectedOf: (kpi) => lookUp.expectedOf(agreement, kpi), previous });
    if (locked.has(keyOf({ agreement_id: agreement.agreement_id, round }))) continue;
    rows.kpis.push(...before.kpiRows());
    rows.scores.push(...before.scoreRows().map((row) => (row.perspective === 'ALL' ? { ...row, ...forecast } : row)));
  }
  rows.history.push(...history);
}

/** Rounds over or running on a day: the running one is the first whose end is not past. */
function startedRounds(agreement: AgreementRow, asOf: string): RoundMonths[] {
  const first = ROUNDS.findIndex((round) => asOf <= roundOf(agreement.fiscal_year, round).endsOn);
  return first === -1 ? [...ROUNDS] : ROUNDS.slice(0, first + 1);
}

const SCORED = [
  'fiscal_year',
  'ministry_id',
  'unit_id',
  'agreement_id',
  'round',
  'audience',
  'agreement_version',
  'rule_version',
  'scheme',
  'floor',
];
const KPI_COLUMNS = [
  ...SCORED,
  'kpi_id',
  'indicator_id',
  'perspective',
  'weight',
  'thresholds',
  'actual',
  'numerator',
  'denominator',
  'through_period_id',
  'units_reported',
  'units_expected',
  'state',
  'score',
  'planned',
  'planned_score',
  'previous_actual',
  'previous_score',
  'points_lost',
  'status',
];
const SCORE_COLUMNS = [
  ...SCORED,
  'perspective',
  'score',
  'planned_score',
  'previous_score',
  'weight_counted',
  'weight_total',
  'coverage',
  'kpis',
  'kpis_reported',
  'kpis_below_plan',
  'kpis_achieved',
  'kpis_withheld',
  'status',
  'certainty',
  'through_period_id',
  'forecast_score',
  'forecast_low',
  'forecast_high',
  'forecast_withheld',
];
const HISTORY_COLUMNS = [
  'agreement_id',
  'ministry_id',
  'unit_id',
  'fiscal_year',
  'period_id',
  'audience',
  'score',
  'planned_score',
  'coverage',
];

async function write(
  tx: Tx,
  publication: Publication,
  ids: number[],
  rows: { kpis: object[]; scores: object[]; history: object[] },
): Promise<void> {
  const isOpen = (alias: string) => tx`not exists (
    select 1 from round_state s where s.agreement_id = ${tx(alias)}.agreement_id and s.round = ${tx(alias)}.round and s.superseded_in is null and s.certainty in ('certified', 'final'))`;
  const scope = tx`t.agreement_id = any(${ids}) and ${isOpen('t')}`;
  await replaceRows(
    tx,
    publication,
    { table: 'kpi_score', key: ['kpi_id', 'round', 'audience'], columns: KPI_COLUMNS, scope },
    rowsOf(tx, 'kpi_score', rows.kpis),
  );
  await replaceRows(
    tx,
    publication,
    {
      table: 'agreement_score',
      key: ['agreement_id', 'round', 'perspective', 'audience'],
      columns: SCORE_COLUMNS,
      scope,
    },
    rowsOf(tx, 'agreement_score', rows.scores),
  );
  await replaceRows(
    tx,
    publication,
    {
      table: 'score_history',
      key: ['agreement_id', 'period_id', 'audience'],
      columns: HISTORY_COLUMNS,
      scope: tx`t.agreement_id = any(${ids})`,
    },
    rowsOf(tx, 'score_history', rows.history),
  );
}

const keyOf = (row: { agreement_id: number; round: number }) => `${row.agreement_id}:${row.round}`;

async function lockedRounds(tx: Tx, ids: number[]): Promise<Set<string>> {
  const rows = await tx<{ agreement_id: number; round: number }[]>`
    select s.agreement_id, s.round from round_state s join agreement_score a on a.agreement_id = s.agreement_id and a.round = s.round and a.superseded_in is null and a.perspective = 'ALL'
     where s.agreement_id = any(${ids}) and s.superseded_in is null and s.certainty in ('certified', 'final')`;
  return new Set(rows.map(keyOf));
}
