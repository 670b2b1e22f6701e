import { boolean, index, integer, numeric, smallint, text } from 'drizzle-orm/pg-core';
import { staging } from './runs.ts';

/** Every staged record carries its own address; the tables are unlogged and emptied by run. */
const address = () => ({
  runId: integer('run_id').notNull(),
  fileNo: smallint('file_no').notNull(),
  sheet: text('sheet'),
  rowNo: integer('row_no').notNull(),
  asSent: text('as_sent'),
});

export const stagedReading = staging.table(
  'reading',
  {
    ...address(),
    unitId: text('unit_id'),
    indicatorId: text('indicator_id'),
    indicatorVersion: text('indicator_version'),
    fiscalYear: text('fiscal_year'),
    periodId: text('period_id'),
    sliceId: text('slice_id'),
    state: text('state'),
    value: text('value'),
    numerator: text('numerator'),
    denominator: text('denominator'),
    note: text('note'),
  },
  (t) => [index('staged_reading_run').on(t.runId)],
);

/** All other datasets are small: one row per record, its contract columns as text in one document. */
export const stagedRecord = staging.table(
  'record',
  { ...address(), dataset: text('dataset').notNull(), key: text('key').notNull(), fields: text('fields').notNull() },
  (t) => [index('staged_record_run').on(t.runId)],
);

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
  (t) => [index('unit_rollup_next_publication').on(t.publicationId)],
);

