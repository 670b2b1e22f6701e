import type { Sql, Tx } from '../connect.ts';
import { named, type ReadArgs } from './named.ts';

export interface SliceRow {
  kind: string;
  code: string;
  name: string;
}

/** The values by which figures can be cut: all of them, or those of one kind and code. */
export async function getSlices(
  tx: Tx | Sql,
  { kind, code, language }: { kind?: string; code?: string } & Pick<ReadArgs, 'language'>,
): Promise<SliceRow[]> {
  return tx<SliceRow[]>`
    select s.kind, s.code, ${named(tx, 's', language)} as name from slice s
     where s.kind <> 'all' ${kind === undefined ? tx`` : tx`and s.kind = ${kind} and s.code = ${code ?? ''}`}
     order by s.id`;
}
