import type { Tx } from '../connect.ts';
import { current } from './current.ts';
import { named } from './named.ts';
import { below, shortNamed, type OperationsScope } from './operations-scope.ts';

export interface DueMilestone {
  projectCode: string;
  projectName: string;
  unitName: string;
  unitShortName: string;
  isLate: boolean;
  /** The oldest one's title, due date and owner. */
  title: string;
  dueOn: string;
  ownerTitle: string | null;
  milestones: number;
  total: number;
}

/** Unfinished projects with milestones late or due soon, one row per project, latest first. */
export function getDueMilestones(tx: Tx, scope: OperationsScope & { limit: number }): Promise<DueMilestone[]> {
  const { unitId, asOf, day, soonOn, language, limit } = scope;
  const title = language === 'en' ? tx`coalesce(m.title_en, m.title_th)` : tx`m.title_th`;
  return tx<DueMilestone[]>`
    with due as (
      select m.project_id, m.unit_id, m.due_on < ${day}::date as is_late, min(m.due_on) as due_on, count(*)::int as milestones,
             (array_agg(${title} order by m.due_on, m.code))[1] as title, (array_agg(m.owner_title order by m.due_on, m.code))[1] as owner_title
        from milestone m join org_unit u on u.id = m.unit_id
       where ${current(tx, 'm', asOf)} and ${below(tx, 'u', unitId)} and m.done_on is null and m.due_on <= ${soonOn}::date
       group by 1, 2, 3),
    -- Offset keeps the planner from joining every project before the few that have an open milestone.
    open as (
      select d.*, p.code, ${named(tx, 'p', language)} as name, coalesce(d.owner_title, p.owner_title) as owner,
             count(*) over (partition by d.is_late)::int as total, row_number() over (partition by d.is_late order by d.due_on, p.code) as place
        from due d cross join lateral (select * from project p where p.project_id = d.project_id and ${current(tx, 'p', asOf)} and p.actual_end_on is null offset 0) p)
    select o.code as "projectCode", o.name as "projectName", ${named(tx, 'u', language)} as "unitName", ${shortNamed(tx, 'u', scope)} as "unitShortName", o.is_late as "isLate", o.title,
           o.due_on as "dueOn", o.owner as "ownerTitle", o.milestones, o.total
      from open o join org_unit u on u.id = o.unit_id where o.place <= ${limit} order by o.is_late desc, o.due_on, o.code`;
}
