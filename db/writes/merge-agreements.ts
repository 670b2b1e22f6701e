import type { Tx } from '../connect.ts';
import type { Publication, Scope } from './republish.ts';
import type { Merged } from './revise-facts.ts';
import { openRounds } from './round-states.ts';
import type { RunHead } from './run-head.ts';
import { records } from './staged-records.ts';

const TERMS = [
  'indicator_id',
  'perspective',
  'kpi_type',
  'target',
  'milestone_mode',
  'weight_6',
  'weight_9',
  'weight_12',
  'thresholds_6',
  'thresholds_9',
  'thresholds_12',
  'plan_6',
  'plan_9',
  'plan_12',
  'starts_in_round',
  'cancelled_in_round',
  'link_type',
  'linked_kpi_id',
  'owner_title',
  'parent_no',
] as const;
const HEAD = [
  'type',
  'fiscal_year',
  'unit_id',
  'maker_position_id',
  'recipient_position_id',
  'status',
  'signed_on',
  'weight_total',
] as const;

/**
 * Merges agreements, whole or not at all: if one term of one KPI differs, or a KPI came or went, the agreement gets a new
 * version with all its KPIs, and the earlier version stands in its history.
 */
export async function mergeAgreements(tx: Tx, publication: Publication, run: RunHead): Promise<Merged & Scope> {
  await nameKeys(tx, run);
  const changed = await changedAgreements(tx, run);
  const all = await tx<{ n: number }[]>`select count(*)::int as n from staging.record where run_id = ${run.id}`;
  if (changed.length === 0) return { accepted: 0, unchanged: all[0]!.n };
  await tx`update agreement set superseded_in = ${publication.id} where agreement_id = any(${changed}) and superseded_in is null`;
  await tx`update agreement_kpi set superseded_in = ${publication.id} where agreement_id = any(${changed}) and superseded_in is null`;
  const kpis = await insertVersions(tx, publication, run, changed);
  await openRounds(tx, publication, changed);
  return { accepted: kpis, unchanged: all[0]!.n - kpis, agreements: changed };
}

function promised(tx: Tx, run: RunHead) {
  const numbers = (prefix: string) => [1, 2, 3, 4, 5].map((level) => `t${level}${prefix} numeric`).join(', ');
  const fields =
    tx.unsafe(`(agreement_code text, agreement_type text, fiscal_year smallint, unit_code text, maker_position text, recipient_position text, status text,
    signed_on date, kpi_no text, parent_no text, indicator_code text, perspective text, kpi_type text, target numeric, milestone_mode text, weight_6 numeric, weight_9 numeric,
    weight_12 numeric, ${numbers('')}, ${numbers('_6')}, ${numbers('_9')}, plan_6 numeric, plan_9 numeric, plan_12 numeric, starts_in_round smallint, cancelled_in_round smallint,
    link_type text, linked_agreement text, linked_kpi_no text, owner_title text)`);
  const levels = (suffix: string) =>
    tx.unsafe(
      `case when r.t1${suffix} is not null then array_remove(array[r.t1${suffix}, r.t2${suffix}, r.t3${suffix}, r.t4${suffix}, r.t5${suffix}], null) end`,
    );
  return tx`
    select r.record_no, r.file_no, r.sheet, r.row_no, r.as_sent, a.id as agreement_id, k.id as kpi_id, r.agreement_code as code, r.agreement_type as type, r.fiscal_year,
           u.id as unit_id, u.ministry_id, m.id as maker_position_id, c.id as recipient_position_id, coalesce(r.status, case when r.signed_on is null then 'draft' else 'signed' end) as status, r.signed_on,
           sum(r.weight_12) filter (where r.parent_no is null) over (partition by r.agreement_code) as weight_total,
           r.kpi_no, r.parent_no, i.id as indicator_id, r.perspective, coalesce(r.kpi_type, 'higher') as kpi_type, r.target, r.milestone_mode, r.weight_6, r.weight_9, r.weight_12,
           ${levels('_6')} as thresholds_6, ${levels('_9')} as thresholds_9, ${levels('')} as thresholds_12, r.plan_6, r.plan_9, coalesce(r.plan_12, r.t3) as plan_12,
           coalesce(r.starts_in_round, 6::smallint) as starts_in_round, r.cancelled_in_round, r.link_type, up.id as linked_kpi_id, r.owner_title
      from ${records(tx, run, fields, 'r')}
      join agreement_key a on a.code = r.agreement_code
      join kpi_key k on k.agreement_id = a.id and k.kpi_no = r.kpi_no
      join org_unit u on u.code = r.unit_code
      join indicator i on i.code = r.indicator_code
      join position m on m.code = r.maker_position
      join position c on c.code = r.recipient_position
      left join agreement_key ua on ua.code = r.linked_agreement
      left join kpi_key up on up.agreement_id = ua.id and up.kpi_no = r.linked_kpi_no`;
}

async function nameKeys(tx: Tx, run: RunHead): Promise<void> {
  const fields = tx`(agreement_code text, kpi_no text, linked_agreement text, linked_kpi_no text)`;
  const named = tx`
    select agreement_code as code, kpi_no from ${records(tx, run, fields, 'r')}
    union select linked_agreement, linked_kpi_no from ${records(tx, run, fields, 'r')} where linked_agreement is not null and linked_kpi_no is not null`;
  await tx`insert into agreement_key (code) select distinct code from (${named}) n on conflict do nothing`;
  await tx`insert into kpi_key (agreement_id, kpi_no) select a.id, n.kpi_no from (${named}) n join agreement_key a on a.code = n.code on conflict do nothing`;
}

async function changedAgreements(tx: Tx, run: RunHead): Promise<number[]> {
  const terms = (alias: string) => tx.unsafe(TERMS.map((column) => `${alias}.${column}`).join(', '));
  const head = (alias: string) => tx.unsafe(HEAD.map((column) => `${alias}.${column}`).join(', '));
  const rows = await tx<{ agreement_id: number }[]>`
    with n as materialized (${promised(tx, run)})
    select distinct n.agreement_id from n
      left join agreement_kpi k on k.kpi_id = n.kpi_id and k.superseded_in is null
      left join agreement a on a.agreement_id = n.agreement_id and a.superseded_in is null
     where k.kpi_id is null or a.agreement_id is null or (${terms('n')}) is distinct from (${terms('k')}) or (${head('n')}) is distinct from (${head('a')})
    union
    select k.agreement_id from agreement_kpi k
     where k.superseded_in is null and k.agreement_id in (select agreement_id from n) and not exists (select 1 from n where n.kpi_id = k.kpi_id)`;
  return rows.map((row) => row.agreement_id);
}

async function insertVersions(tx: Tx, publication: Publication, run: RunHead, changed: number[]): Promise<number> {
  const version = tx`coalesce((select max(version) from agreement v where v.agreement_id = n.agreement_id), 0) + 1`;
  const kpis = await tx`
    with n as materialized (${promised(tx, run)})
    insert into agreement_kpi (kpi_id, agreement_id, version, fiscal_year, ministry_id, unit_id, kpi_no, ${tx.unsafe(TERMS.join(', '))}, run_id, file_no, sheet, row_no, as_sent, audiences, published_in)
    select n.kpi_id, n.agreement_id, ${version}, n.fiscal_year, n.ministry_id, n.unit_id, n.kpi_no, ${tx.unsafe(TERMS.map((column) => `n.${column}`).join(', '))},
           ${run.id}, n.file_no, n.sheet, n.row_no, n.as_sent, fact_audiences(7, ${run.classificationNo}), ${publication.id}
      from n where n.agreement_id = any(${changed})`;
  await tx`
    with n as materialized (select distinct on (agreement_id) * from (${promised(tx, run)}) x where agreement_id = any(${changed}) order by agreement_id, record_no)
    insert into agreement (agreement_id, code, version, ${tx.unsafe(HEAD.join(', '))}, ministry_id, lacks_system_kpi, run_id, file_no, sheet, row_no, as_sent, audiences, published_in)
    select n.agreement_id, n.code, ${version}, ${tx.unsafe(HEAD.map((column) => `n.${column}`).join(', '))}, n.ministry_id,
           n.type in ('PM_MIN', 'MIN_PS')
             and exists (select 1 from system_role r join org_unit u on u.id = r.unit_id where r.role = 'lead' and r.valid_to is null and u.ministry_id = n.ministry_id)
             and not exists (select 1 from agreement_kpi k join indicator_version v on v.indicator_id = k.indicator_id
                              where k.agreement_id = n.agreement_id and k.superseded_in is null and v.system is not null),
           ${run.id}, n.file_no, n.sheet, n.row_no, n.as_sent, fact_audiences(7, ${run.classificationNo}), ${publication.id}
      from n`;
  return kpis.count;
}
