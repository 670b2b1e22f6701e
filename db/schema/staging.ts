import { bigint, boolean, index, integer, numeric, smallint, text } from 'drizzle-orm/pg-core';
import { staging } from './runs.ts';

/** Every staged record carries its own address; the tables are unlogged and emptied by run. What stands here was checked: no sender's text meets a type that could refuse it. */
const address = () => ({
  runId: integer('run_id').notNull(),
  /** 1…n over the whole run, in reading order. */
  recordNo: integer('record_no').notNull(),
  fileNo: smallint('file_no').notNull(),
  sheet: text('sheet'),
  rowNo: integer('row_no').notNull(),
  asSent: text('as_sent'),
});

/** One row per staged reading: codes resolved, numbers canonical, absent = null. */
export const stagedReading = staging.table(
  'reading',
  {
    ...address(),
    unitCode: text('unit_code').notNull(),
    indicatorCode: text('indicator_code').notNull(),
    fiscalYear: smallint('fiscal_year').notNull(),
    periodId: integer('period_id').notNull(),
    sliceId: smallint('slice_id').notNull(),
    state: text('state').notNull(),
    value: numeric('value'),
    numerator: numeric('numerator'),
    denominator: numeric('denominator'),
    note: text('note'),
  },
  (t) => [index('staged_reading_record').on(t.runId, t.recordNo)],
);

/** One row per staged record of every other dataset (they are small): its contract columns as one JSON document. */
export const stagedRecord = staging.table(
  'record',
  {
    ...address(),
    dataset: text('dataset').notNull(),
    recordKey: text('record_key').notNull(),
    payload: text('payload').notNull(),
  },
  (t) => [index('staged_record_record').on(t.runId, t.recordNo)],
);

/** One row per unit that a mapping declares below a root outside the Prime Minister's line; made with the run. */
export const stagedUnit = staging.table('unit', {
  runId: integer('run_id').notNull(),
  code: text('code').notNull(),
  /** Null for the root itself. */
  parentCode: text('parent_code'),
  kind: text('kind').notNull(),
  nameTh: text('name_th').notNull(),
  nameEn: text('name_en').notNull(),
  aliases: text('aliases').array().notNull(),
});

/** One row per indicator that a mapping declares for such a root. */
export const stagedIndicator = staging.table('indicator', {
  runId: integer('run_id').notNull(),
  code: text('code').notNull(),
  ownerCode: text('owner_code').notNull(),
  nameTh: text('name_th').notNull(),
  nameEn: text('name_en').notNull(),
  unitOfMeasure: text('unit_of_measure').notNull(),
  direction: text('direction').notNull(),
  orgRollup: text('org_rollup').notNull(),
  timeRollup: text('time_rollup').notNull(),
  frequency: text('frequency').notNull(),
  isShare: boolean('is_share').notNull(),
});

/** One row per figure that a publication in the making touched; emptied by the transaction that wrote it. */
export const touched = staging.table(
  'touched',
  {
    publicationId: integer('publication_id').notNull(),
    fiscalYear: smallint('fiscal_year').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    periodId: integer('period_id').notNull(),
    sliceId: smallint('slice_id').notNull(),
    depth: smallint('depth').notNull(),
  },
  (t) => [index('touched_publication').on(t.publicationId, t.depth)],
);

/** One row per series (unit, indicator, slice) and sixty periods that readings were merged of: bit n of `periods` is the period 60 × `sixty` + n. */
export const mergedSeries = staging.table('series', {
  publicationId: integer('publication_id').notNull(),
  fiscalYear: smallint('fiscal_year').notNull(),
  unitId: integer('unit_id').notNull(),
  indicatorId: integer('indicator_id').notNull(),
  sliceId: smallint('slice_id').notNull(),
  sixty: integer('sixty').notNull(),
  periods: bigint('periods', { mode: 'bigint' }).notNull(),
});

/** One row per touched figure with the rule by which it is computed: a table, since what a statement computes itself is not given to several workers. */
export const target = staging.table('target', {
  publicationId: integer('publication_id').notNull(),
  fiscalYear: smallint('fiscal_year').notNull(),
  ministryId: integer('ministry_id').notNull(),
  unitId: integer('unit_id').notNull(),
  indicatorId: integer('indicator_id').notNull(),
  periodId: integer('period_id').notNull(),
  sliceId: smallint('slice_id').notNull(),
  depth: smallint('depth').notNull(),
  indicatorVersion: smallint('indicator_version').notNull(),
  /** How its parts are put together: over units, or over time. */
  rule: text('rule').notNull(),
  ratioScale: numeric('ratio_scale').notNull(),
  ofRecord: text('of_record').notNull(),
  /** Audiences that look at the unit from inside. */
  reach: smallint('reach').notNull(),
  isTop: boolean('is_top').notNull(),
  /** Shorter periods that make up the year: quarters 1, months 2, else 3. */
  kind: smallint('kind').notNull(),
  // What the rule asks for, told once: a million comparisons of texts would take a quarter of the time.
  isRatio: boolean('is_ratio').notNull(),
  adds: boolean('adds').notNull(),
  isLowest: boolean('is_lowest').notNull(),
  isHighest: boolean('is_highest').notNull(),
  isNewest: boolean('is_newest').notNull(),
});

/** The roll-ups as they should stand after a publication, before they are compared with those that stand. */
export const rollupNext = staging.table(
  'unit_rollup_next',
  {
    publicationId: integer('publication_id').notNull(),
    fiscalYear: smallint('fiscal_year').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    periodId: integer('period_id').notNull(),
    sliceId: smallint('slice_id').notNull(),
    audience: smallint('audience').notNull(),
    audiences: smallint('audiences').notNull(),
    indicatorVersion: smallint('indicator_version').notNull(),
    basis: text('basis').notNull(),
    value: numeric('value'),
    numerator: numeric('numerator'),
    denominator: numeric('denominator'),
    unitsReported: integer('units_reported').notNull(),
    unitsExpected: integer('units_expected').notNull(),
    unitsWithheld: integer('units_withheld').notNull(),
    throughPeriodId: integer('through_period_id'),
    isEstimated: boolean('is_estimated').notNull(),
    ofRecord: boolean('of_record').notNull(),
  },
  (t) => [
    index('unit_rollup_next_figure').on(
      t.publicationId,
      t.unitId,
      t.indicatorId,
      t.fiscalYear,
      t.periodId,
      t.sliceId,
      t.audience,
    ),
  ],
);
