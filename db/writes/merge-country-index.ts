import type { Tx } from '../connect.ts';
import type { Publication } from './republish.ts';
import { reviseFacts, type FactTable, type Merged } from './revise-facts.ts';
import type { RunHead } from './run-head.ts';
import { records } from './staged-records.ts';

export const COUNTRY_INDEX: FactTable = {
  table: 'country_index',
  key: ['unit_id', 'index_code', 'year'],
  content: ['rank', 'value', 'online_service', 'human_capital', 'telecom_infrastructure', 'participation'],
  staged: 'staging.record',
};

/** Merges country indices as their source printed them; parts left blank stay blank. */
export async function mergeCountryIndex(tx: Tx, publication: Publication, run: RunHead): Promise<Merged> {
  const fields = tx`(unit_code text, index_code text, year smallint, rank smallint, value numeric, online_service numeric, human_capital numeric,
    telecom_infrastructure numeric, participation numeric)`;
  return reviseFacts(
    tx,
    publication,
    run,
    COUNTRY_INDEX,
    tx`
    select c.record_no, c.file_no, c.sheet, c.row_no, c.as_sent, u.id as unit_id, u.ministry_id, c.index_code, c.year, c.rank, c.value, c.online_service, c.human_capital,
           c.telecom_infrastructure, c.participation, ${run.classificationNo}::smallint as classification
      from ${records(tx, run, fields, 'c')} join org_unit u on u.code = c.unit_code`,
  );
}
