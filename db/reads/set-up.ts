import type { Tx } from '../connect.ts';

export interface SetUp {
  /** People who hold an office, the administrator among them. */
  people: number;
  indicators: number;
  feeds: number;
  duties: number;
  /** Datasets of which a run was loaded, as an administrator sees runs. */
  loaded: string[];
}

/** How far a new installation is. */
export async function getSetUp(tx: Tx): Promise<SetUp> {
  const [row] = await tx<SetUp[]>`
    select (select count(distinct person_id)::int from access.appointment) as people,
           (select count(*)::int from indicator) as indicators,
           (select count(*)::int from feed where dataset = 'reading') as feeds,
           (select count(*)::int from reporting_duty) as duties,
           array(select distinct dataset from etl_run where status in ('loaded', 'loaded_with_rejections', 'unchanged')) as loaded`;
  return row!;
}

/** Whether anything was loaded yet: the turn of a day publishes too, and brings no number. */
export async function hasLoaded(tx: Tx): Promise<boolean> {
  const [row] = await tx<{ isAny: boolean }[]>`select exists (select from publication where cause = 'load') as "isAny"`;
  return row!.isAny;
}
