import { connect } from '#db/connect.ts';
import type { Sql } from '#db/connect.ts';

/** Loads the reference data into the template database. */
export async function loadReferenceIfThere(ownerUrl: string): Promise<void> {
  const modules = import.meta.glob<{ loadReference(sql: Sql): Promise<void> }>('../../db/reference/load.ts');
  const load = Object.values(modules)[0];
  if (!load) return;
  const sql = connect(ownerUrl, { max: 1 });
  await (await load()).loadReference(sql);
  await sql.end();
}
