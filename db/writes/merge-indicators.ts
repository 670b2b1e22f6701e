import type { Tx } from '../connect.ts';
import type { Publication } from './republish.ts';
import type { Merged } from './revise-facts.ts';
import type { RunHead } from './run-head.ts';
import { records } from './staged-records.ts';

const CONTENT = [
  'name_th',
  'name_en',
  'unit_of_measure',
  'direction',
  'org_rollup',
  'time_rollup',
  'frequency',
  'decimals',
  'ratio_scale',
  'is_share',
  'classification',
  'definition',
  'formula',
  'source',
  'perspective',
  'strategy',
  'system',
  'layer',
  'of_record',
  'tolerance',
  'valid_from',
] as const;

/** Merges indicator definitions: a changed definition is a new version, and facts keep the version they were reported under. */
export async function mergeIndicators(tx: Tx, publication: Publication, run: RunHead): Promise<Merged> {
  const fields = tx`(indicator_code text, name_th text, name_en text, unit_of_measure text, direction text, org_rollup text, time_rollup text, frequency text, decimals smallint,
    ratio_scale numeric, is_share boolean, owner_unit_code text, perspective text, strategy text, system text, layer text, classification text, definition text, formula text,
    source text, valid_from date, tolerance numeric, of_record text)`;
  await tx`
    insert into indicator (code, owner_unit_id)
    select i.indicator_code, coalesce(u.id, ${run.unitId}) from ${records(tx, run, fields, 'i')} left join org_unit u on u.code = i.owner_unit_code
    on conflict (code) do update set owner_unit_id = excluded.owner_unit_id`;
  const incoming = tx`
    select i.record_no, x.id as indicator_id, i.name_th, coalesce(i.name_en, i.name_th) as name_en, i.unit_of_measure, i.direction, i.org_rollup, i.time_rollup, i.frequency,
           coalesce(i.decimals, 2::smallint) as decimals,
           coalesce(i.ratio_scale, case when i.is_share or i.unit_of_measure in ('percent', 'ร้อยละ', '%') then 100 else 1 end) as ratio_scale,
           coalesce(i.is_share, false) as is_share, coalesce(i.classification, 'public') as classification, i.definition, i.formula, i.source, i.perspective, i.strategy, i.system,
           i.layer, coalesce(i.of_record, 'computed') as of_record, coalesce(i.tolerance, 0.005) as tolerance, i.valid_from
      from ${records(tx, run, fields, 'i')} join indicator x on x.code = i.indicator_code`;
  const columns = tx.unsafe(CONTENT.join(', '));
  const unchanged = await tx`
    with n as materialized (${incoming})
    delete from staging.record s using n
      join lateral (select * from indicator_version v where v.indicator_id = n.indicator_id order by v.version desc limit 1) v
        on (${tx.unsafe(CONTENT.map((c) => `v.${c}`).join(', '))}) is not distinct from (${tx.unsafe(CONTENT.map((c) => `n.${c}`).join(', '))})
     where s.run_id = ${run.id} and s.record_no = n.record_no`;
  const accepted = await tx`
    insert into indicator_version (indicator_id, version, ${columns}, run_id, published_in)
    select n.indicator_id, coalesce((select max(version) from indicator_version v where v.indicator_id = n.indicator_id), 0) + 1, ${columns}, ${run.id}, ${publication.id}
      from (${incoming}) n`;
  return { accepted: accepted.count, unchanged: unchanged.count };
}
