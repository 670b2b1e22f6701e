import type { Sql } from '#db/connect.ts';
import { HOSTS } from '../indicators/back-office.ts';

/** Enters the invented hosts of the Back Office systems. */
export async function enterHosts(sql: Sql): Promise<void> {
  await sql`
    insert into system_role (system, unit_id, role, valid_from)
    select h.system, u.id, 'lead', date '2024-10-01'
      from jsonb_to_recordset(${JSON.stringify(HOSTS)}::jsonb) as h(system text, "unitCode" text) join org_unit u on u.code = h."unitCode"
    on conflict do nothing`;
}
