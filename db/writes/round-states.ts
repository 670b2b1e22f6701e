import type { Tx } from '../connect.ts';
import type { Publication } from './republish.ts';

/** What a round's certainty is by its dates alone; certification is a person's act and stays. Same rule as roundStateOf in the domain. */
function byDate(tx: Tx, publication: Publication) {
  return tx`case when ${publication.asOfOn}::date > r.ends_on then 'preliminary'
                 when ${publication.asOfOn}::date > coalesce((select max(b.ends_on) from review_round b where b.fiscal_year = r.fiscal_year and b.round < r.round), r.starts_on - 1) then 'mid_round'
                 else 'not_started' end`;
}

/** Gives new agreements their three rounds. */
export async function openRounds(tx: Tx, publication: Publication, agreements: readonly number[]): Promise<void> {
  await tx`
    insert into round_state (agreement_id, ministry_id, unit_id, fiscal_year, round, certainty, changed_at, audiences, published_in)
    select a.agreement_id, a.ministry_id, a.unit_id, a.fiscal_year, r.round, ${byDate(tx, publication)}, ${publication.at}, a.audiences, ${publication.id}
      from agreement a join review_round r on r.fiscal_year = a.fiscal_year
     where a.agreement_id = any(${[...agreements]}) and a.superseded_in is null
       and not exists (select 1 from round_state s where s.agreement_id = a.agreement_id and s.round = r.round and s.superseded_in is null)`;
}

/** Moves rounds whose dates have passed on; answers the agreements concerned. */
export async function turnRounds(tx: Tx, publication: Publication): Promise<number[]> {
  const moved = await tx<{ agreement_id: number }[]>`
    update round_state s set superseded_in = ${publication.id}
      from review_round r
     where r.fiscal_year = s.fiscal_year and r.round = s.round and s.superseded_in is null and s.certainty in ('not_started', 'mid_round') and s.certainty <> ${byDate(tx, publication)}
    returning s.agreement_id`;
  const agreements = [...new Set(moved.map((row) => row.agreement_id))];
  await openRounds(tx, publication, agreements);
  return agreements;
}

/** Certifies (รับรองแล้ว) or closes for good (สิ้นสุด) a round of agreements; from then on its scores are never computed again. */
export async function certifyRounds(
  tx: Tx,
  publication: Publication,
  about: { fiscalYear: number; round: number; certainty: 'certified' | 'final'; agreements?: readonly number[] },
): Promise<number> {
  const rows = await tx<{ agreement_id: number }[]>`
    update round_state s set superseded_in = ${publication.id}
     where s.fiscal_year = ${about.fiscalYear} and s.round = ${about.round} and s.superseded_in is null and s.certainty not in (${about.certainty}, 'final')
       ${about.agreements ? tx`and s.agreement_id = any(${[...about.agreements]})` : tx``}
    returning s.agreement_id`;
  const agreements = rows.map((row) => row.agreement_id);
  await tx`
    insert into round_state (agreement_id, ministry_id, unit_id, fiscal_year, round, certainty, changed_at, audiences, published_in)
    select agreement_id, ministry_id, unit_id, fiscal_year, round, ${about.certainty}, ${publication.at}, audiences, ${publication.id}
      from round_state where agreement_id = any(${agreements}) and round = ${about.round} and superseded_in = ${publication.id}`;
  await carryCertainty(tx, publication, agreements, about.round, about.certainty);
  return agreements.length;
}

/** The scores themselves stay as they are; only the word beside them changes, as a new row. */
async function carryCertainty(
  tx: Tx,
  publication: Publication,
  agreements: readonly number[],
  round: number,
  certainty: string,
): Promise<void> {
  const columns = tx.unsafe(
    `fiscal_year, ministry_id, unit_id, agreement_id, round, audience, agreement_version, rule_version, scheme, floor, perspective, score, planned_score, previous_score, weight_counted,
     weight_total, coverage, kpis, kpis_reported, kpis_below_plan, kpis_achieved, kpis_withheld, status, through_period_id, forecast_score, forecast_low, forecast_high, forecast_withheld, audiences`,
  );
  await tx`update agreement_score set superseded_in = ${publication.id} where agreement_id = any(${[...agreements]}) and round = ${round} and superseded_in is null`;
  await tx`
    insert into agreement_score (${columns}, certainty, published_in)
    select ${columns}, ${certainty}, ${publication.id} from agreement_score
     where agreement_id = any(${[...agreements]}) and round = ${round} and superseded_in = ${publication.id} and published_in < ${publication.id}`;
}
