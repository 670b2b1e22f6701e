import type { Tx } from '../connect.ts';

export interface AuditFilter {
  act?: string;
  /** Part of a person's name, or a sign-in name. */
  person?: string;
  /** Bangkok days, both included. */
  from?: string;
  to?: string;
}

export interface AuditEntry {
  id: number;
  at: string;
  act: string;
  personTh: string | null;
  personEn: string | null;
  positionTh: string | null;
  positionEn: string | null;
  onBehalf: boolean;
  subject: string | null;
  outcome: 'done' | 'refused' | 'failed';
  detail: Record<string, unknown>;
  address: string | null;
}

/** Counting stops here: nobody pages further than that. */
const mostCounted = 100_000;

/** One page of the audit log, newest first, and how many entries fit the filter. Row-level security: administrators only. */
export async function getAuditLog(
  tx: Tx,
  filter: AuditFilter,
  page: { size: number; number: number },
): Promise<{ entries: AuditEntry[]; count: number }> {
  const matches = tx`
    (${filter.act ?? null}::text is null or l.act = ${filter.act ?? null})
    and (${filter.from ?? null}::date is null or l.at >= (${filter.from ?? null}::date)::timestamp at time zone 'Asia/Bangkok')
    and (${filter.to ?? null}::date is null or l.at < (${filter.to ?? null}::date + 1)::timestamp at time zone 'Asia/Bangkok')
    and (${filter.person ?? null}::text is null or strpos(lower(concat_ws(' ', p.name_th, p.name_en)), lower(${filter.person ?? null})) > 0
      or (l.act = 'sign_in' and l.subject = lower(${filter.person ?? null})))`;
  const entries = await tx<AuditEntry[]>`
    select l.id, l.at, l.act, p.name_th as "personTh", p.name_en as "personEn", q.title_th as "positionTh", q.title_en as "positionEn",
           l.on_behalf as "onBehalf", l.subject, l.outcome, l.detail, host(l.address) as address
    from access.audit_log l left join access.person p on p.id = l.person_id left join position q on q.id = l.position_id
    where ${matches} order by l.at desc, l.id desc limit ${page.size} offset ${(page.number - 1) * page.size}`;
  const [counted] = await tx<{ count: number }[]>`
    select count(*)::int as count from (
      select from access.audit_log l left join access.person p on p.id = l.person_id where ${matches} limit ${mostCounted}) x`;
  return { entries, count: counted!.count };
}

/** The acts that stand in the log, for the filter. */
export async function getAuditActs(tx: Tx): Promise<string[]> {
  const rows = await tx<{ act: string }[]>`
    with recursive acts as (
      (select act from access.audit_log order by act limit 1)
      union all
      select (select l.act from access.audit_log l where l.act > acts.act order by l.act limit 1) from acts where acts.act is not null)
    select act from acts where act is not null`;
  return rows.map(({ act }) => act);
}
