import type { Sql, Tx } from '../connect.ts';

/** A recurring delivery that a unit owes to the level above it. */
export type NewFeed = {
  code: string;
  unitCode: string;
  dataset: string;
  /** Name of a mapping; `contract-<dataset>` for files with the contract's own columns. */
  mapping: string;
  nameTh: string;
  nameEn: string;
  frequency: 'day' | 'month' | 'quarter' | 'year';
  lagDays?: number;
  classification?: 'public' | 'internal' | 'restricted';
  /** Levels above that take what arrives without a hand: MOC 2, PMOC 4, both 6. */
  acceptsItself?: number;
  sourceUrl?: string;
  schedule?: string;
};

/** Adds feeds, or brings known ones to what is said here; a source that was set by hand stays unless one is given. Owner or loader. */
export async function upsertFeeds(sql: Sql | Tx, feeds: readonly NewFeed[]): Promise<void> {
  await checkUnits(
    sql,
    feeds.map(({ unitCode }) => unitCode),
  );
  const rows = feeds.map((feed) => ({ lagDays: 15, classification: 'public', acceptsItself: 0, ...feed }));
  await (sql as Sql)`
    insert into feed as f (code, unit_id, ministry_id, level, dataset, mapping, name_th, name_en, frequency, lag_days, classification, accepts_itself, source_url, schedule)
    select n.code, u.id, u.ministry_id, case u.level when 'province' then 'DOC' else u.level end, n.dataset, n.mapping, n."nameTh", n."nameEn", n.frequency, n."lagDays",
           n.classification, n."acceptsItself", n."sourceUrl", n.schedule
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as n(code text, "unitCode" text, dataset text, mapping text, "nameTh" text, "nameEn" text, frequency text, "lagDays" smallint, classification text,
             "acceptsItself" smallint, "sourceUrl" text, schedule text)
      join org_unit u on u.code = n."unitCode"
    on conflict (code) do update set mapping = excluded.mapping, name_th = excluded.name_th, name_en = excluded.name_en, frequency = excluded.frequency,
      lag_days = excluded.lag_days, classification = excluded.classification, accepts_itself = excluded.accepts_itself,
      source_url = coalesce(excluded.source_url, f.source_url), schedule = coalesce(excluded.schedule, f.schedule)`;
}

/** What an operator decides of a feed beyond what every feed has; a source of null is none. */
export type FeedSetting = NewFeed & {
  /** Share of rejected records above which a load is refused whole, 0 to 1. */
  maxRejectedShare: number;
  isActive: boolean;
};

/**
 * Adds one feed or brings it to exactly what is said: its source and schedule go where none is given. Its duties move to its new day,
 * but for those that have a day of their own; expected reports follow with the next publication. Owner or loader.
 */
export async function setFeed(tx: Tx, feed: FeedSetting): Promise<void> {
  const { sourceUrl = null, schedule = null, maxRejectedShare, isActive, code } = feed;
  if (feed.lagDays !== undefined)
    await tx`
      update reporting_duty d set lag_days = ${feed.lagDays} from feed f
       where f.code = ${code} and d.feed_id = f.id and d.lag_days = f.lag_days and f.lag_days <> ${feed.lagDays}`;
  await upsertFeeds(tx, [feed]);
  await tx`
    update feed set etag = case when source_url is not distinct from ${sourceUrl} then etag end, source_url = ${sourceUrl}, schedule = ${schedule},
           max_rejected_share = ${maxRejectedShare}, active = ${isActive} where code = ${code}`;
}

/** What a unit owes of an indicator, from a fiscal year on (พ.ศ.), and through which feed. */
export type NewDuty = {
  unitCode: string;
  indicatorCode: string;
  feedCode?: string;
  fromFiscalYear: number;
  toFiscalYear?: number;
  /** Days after a period's end by which the report is due. */
  lagDays?: number;
  state?: 'due' | 'withheld' | 'not_applicable';
};

/** Adds duties, or changes known ones (same unit, indicator and first year). Expected reports follow with the next publication. */
export async function upsertDuties(sql: Sql | Tx, duties: readonly NewDuty[]): Promise<void> {
  const rows = duties.map((duty) => ({ lagDays: 15, state: 'due', ...duty }));
  const written = await (sql as Sql)`
    insert into reporting_duty as d (unit_id, indicator_id, feed_id, from_fiscal_year, to_fiscal_year, lag_days, state)
    select u.id, i.id, f.id, n."fromFiscalYear", n."toFiscalYear", n."lagDays", n.state
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as n("unitCode" text, "indicatorCode" text, "feedCode" text, "fromFiscalYear" smallint, "toFiscalYear" smallint, "lagDays" smallint, state text)
      join org_unit u on u.code = n."unitCode"
      join indicator i on i.code = n."indicatorCode"
      left join feed f on f.code = n."feedCode"
    on conflict (unit_id, indicator_id, from_fiscal_year) do update set feed_id = excluded.feed_id, to_fiscal_year = excluded.to_fiscal_year,
      lag_days = excluded.lag_days, state = excluded.state`;
  if (written.count !== duties.length)
    throw new Error(
      `Of ${duties.length} duties ${duties.length - written.count} name a unit or an indicator that does not exist.`,
    );
}

async function checkUnits(sql: Sql | Tx, codes: readonly string[]): Promise<void> {
  const unknown = await (sql as Sql)<{ code: string }[]>`
    select code from unnest(${[...codes]}::text[]) as n(code) where not exists (select from org_unit u where u.code = n.code)`;
  if (unknown.length > 0)
    throw new Error(`There is no unit with the code ${unknown.map(({ code }) => code).join(', ')}.`);
}
