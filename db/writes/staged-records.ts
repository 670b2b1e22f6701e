import type { Tx } from '../connect.ts';
import type { Fragment } from '../fragment.ts';
import type { RunHead } from './run-head.ts';

/**
 * The staged records of a run as a relation: their address and the payload's fields with the types named in `fields`,
 * a column list such as `(project_code text, value_baht numeric)`.
 */
export function records(tx: Tx, run: RunHead, fields: Fragment, alias: string) {
  return tx`(
    select s.record_no, s.file_no, s.sheet, s.row_no, s.as_sent::jsonb as as_sent, s.record_key, f.*
      from staging.record s cross join lateral jsonb_to_record(s.payload::jsonb) as f${fields}
     where s.run_id = ${run.id}) ${tx(alias)}`;
}
