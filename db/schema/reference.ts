import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';
import { current, past, published } from './columns.ts';

/** One row per organisational unit and period of validity of its name; codes are never reused. */
export const orgUnit = pgTable(
  'org_unit',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    code: text('code').notNull().unique(),
    parentId: integer('parent_id'),
    /** The unit itself for a root; the ministry-level ancestor otherwise: the distribution column of every fact. */
    ministryId: integer('ministry_id').notNull(),
    rootId: integer('root_id').notNull(),
    /** Ancestors from the root down to the unit itself. */
    path: integer('path').array().notNull(),
    depth: smallint('depth').notNull(),
    level: text('level', { enum: ['PMOC', 'MOC', 'DOC', 'province'] }).notNull(),
    kind: text('kind').notNull(),
    nameTh: text('name_th').notNull(),
    nameEn: text('name_en').notNull(),
    abbrTh: text('abbr_th'),
    abbrEn: text('abbr_en'),
    certainty: text('certainty').notNull().default('high'),
    /** Inside the Prime Minister's line; false for roots of their own, which no roll-up, rank, search or picker shows. */
    inChain: boolean('in_chain').notNull(),
    exemptReason: text('exempt_reason', { enum: ['security', 'secrecy', 'personal_liberty', 'not_required'] }),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    predecessorId: integer('predecessor_id'),
    searchKey: text('search_key').notNull(),
  },
  (t) => [index('org_unit_parent').on(t.parentId), index('org_unit_ministry').on(t.ministryId)],
);

/** One row per other name under which a sender may call a unit. */
export const orgUnitAlias = pgTable(
  'org_unit_alias',
  {
    unitId: integer('unit_id').notNull(),
    aliasKey: text('alias_key').notNull(),
    alias: text('alias').notNull(),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.aliasKey, t.unitId] })],
);

/** One row per item of a fixed list: perspectives, agreement types, systems, layers, steps, roles, phases, factors, stages, states, glossary. */
export const listItem = pgTable(
  'list_item',
  {
    list: text('list').notNull(),
    code: text('code').notNull(),
    position: smallint('position').notNull(),
    nameTh: text('name_th').notNull(),
    nameEn: text('name_en').notNull(),
    detail: jsonb('detail').notNull().default({}),
  },
  (t) => [primaryKey({ columns: [t.list, t.code] })],
);

/** One row per fiscal year (Buddhist era, named by the year it ends in) with its settings of scoring. */
export const fiscalYear = pgTable('fiscal_year', {
  fiscalYear: smallint('fiscal_year').primaryKey(),
  startsOn: date('starts_on').notNull(),
  endsOn: date('ends_on').notNull(),
  scheme: text('scheme', { enum: ['LEVEL5', 'POINT100'] })
    .notNull()
    .default('LEVEL5'),
  floor: text('floor', { enum: ['one', 'zero'] })
    .notNull()
    .default('one'),
  incentiveLine: numeric('incentive_line').notNull().default('3'),
  minCoverageShare: numeric('min_coverage_share').notNull().default('0.8'),
  perspectiveWeights: jsonb('perspective_weights').notNull().default({}),
});

/** One row per review round of a fiscal year: 6, 9 and 12 months. */
export const reviewRound = pgTable(
  'review_round',
  {
    fiscalYear: smallint('fiscal_year').notNull(),
    round: smallint('round').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
    dueOn: date('due_on').notNull(),
  },
  (t) => [primaryKey({ columns: [t.fiscalYear, t.round] })],
);

/** One row per reporting period; ids are computed from the code (#domain/time/period.ts). */
export const period = pgTable(
  'period',
  {
    id: integer('id').primaryKey(),
    code: text('code').notNull().unique(),
    kind: text('kind', { enum: ['year', 'quarter', 'month', 'day', 'round'] }).notNull(),
    fiscalYear: smallint('fiscal_year').notNull(),
    startsOn: date('starts_on').notNull(),
    endsOn: date('ends_on').notNull(),
  },
  (t) => [index('period_ends_on').on(t.endsOn)],
);

/** One row per value of a slicing dimension; id 0 is the whole. */
export const slice = pgTable(
  'slice',
  {
    id: smallint('id').primaryKey(),
    kind: text('kind', { enum: ['all', 'strategy', 'system', 'layer', 'perspective', 'province'] }).notNull(),
    code: text('code').notNull(),
    nameTh: text('name_th').notNull(),
    nameEn: text('name_en').notNull(),
  },
  (t) => [uniqueIndex('slice_kind_code').on(t.kind, t.code)],
);

/** One row per indicator; what it means stands in its versions. */
export const indicator = pgTable('indicator', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  code: text('code').notNull().unique(),
  ownerUnitId: integer('owner_unit_id').notNull(),
});

/** One row per version of an indicator's definition; facts point to the version they were reported under. */
export const indicatorVersion = pgTable(
  'indicator_version',
  {
    indicatorId: integer('indicator_id').notNull(),
    version: smallint('version').notNull(),
    nameTh: text('name_th').notNull(),
    nameEn: text('name_en').notNull(),
    unitOfMeasure: text('unit_of_measure').notNull(),
    direction: text('direction', { enum: ['higher', 'lower', 'closest'] }).notNull(),
    orgRollup: text('org_rollup').notNull(),
    timeRollup: text('time_rollup').notNull(),
    frequency: text('frequency', { enum: ['day', 'month', 'quarter', 'year'] }).notNull(),
    decimals: smallint('decimals').notNull().default(2),
    /** value = numerator ÷ denominator × this; 100 for percentages. */
    ratioScale: numeric('ratio_scale').notNull().default('1'),
    isShare: boolean('is_share').notNull().default(false),
    classification: text('classification', { enum: ['public', 'internal', 'restricted'] })
      .notNull()
      .default('public'),
    definition: text('definition'),
    formula: text('formula'),
    source: text('source'),
    perspective: text('perspective'),
    strategy: text('strategy'),
    system: text('system'),
    layer: text('layer'),
    /** Where a level reports a figure that can also be computed from below: which one counts. */
    ofRecord: text('of_record', { enum: ['computed', 'reported'] })
      .notNull()
      .default('computed'),
    /** Largest relative difference between reported and computed that is not shown as a finding. */
    tolerance: numeric('tolerance').notNull().default('0.005'),
    validFrom: date('valid_from'),
    validTo: date('valid_to'),
    runId: integer('run_id'),
    publishedIn: integer('published_in').notNull(),
  },
  (t) => [primaryKey({ columns: [t.indicatorId, t.version] })],
);

/** One row per role of a unit in a Back Office system and time it holds it; a system has at least one lead (หน่วยงานหลัก). */
export const systemRole = pgTable(
  'system_role',
  {
    system: text('system').notNull(),
    unitId: integer('unit_id').notNull(),
    role: text('role', { enum: ['lead', 'secondary', 'supporting', 'advisory'] }).notNull(),
    validFrom: date('valid_from').notNull(),
    validTo: date('valid_to'),
  },
  (t) => [primaryKey({ columns: [t.system, t.unitId, t.validFrom] })],
);

/** One row per office in a unit on which rights hang; persons hold it from–to. */
export const position = pgTable(
  'position',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    code: text('code').notNull().unique(),
    unitId: integer('unit_id').notNull(),
    role: text('role', { enum: ['pm', 'minister', 'ps', 'cio', 'dg', 'bureau', 'officer', 'opdc', 'admin'] }).notNull(),
    titleTh: text('title_th').notNull(),
    titleEn: text('title_en').notNull(),
    clearance: text('clearance', { enum: ['public', 'internal', 'restricted'] }).notNull(),
  },
  (t) => [index('position_unit').on(t.unitId, t.role)],
);

/** One row per (unit, indicator) that owes reports, and through which feed. */
export const reportingDuty = pgTable(
  'reporting_duty',
  {
    unitId: integer('unit_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    feedId: integer('feed_id'),
    fromFiscalYear: smallint('from_fiscal_year').notNull(),
    toFiscalYear: smallint('to_fiscal_year'),
    /** Days after the period's end by which the report is due. */
    lagDays: smallint('lag_days').notNull().default(15),
    state: text('state', { enum: ['due', 'withheld', 'not_applicable'] })
      .notNull()
      .default('due'),
  },
  (t) => [primaryKey({ columns: [t.unitId, t.indicatorId, t.fromFiscalYear] })],
);

const deliveryStates = ['reported', 'not_due', 'missing', 'rejected', 'withheld', 'not_applicable'] as const;

/** One row per report that the calendar expects and per change of its state; holds no values, so all who may see the unit may see it. */
export const expectedReport = pgTable(
  'expected_report',
  {
    fiscalYear: smallint('fiscal_year').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    indicatorId: integer('indicator_id').notNull(),
    periodId: integer('period_id').notNull(),
    feedId: integer('feed_id'),
    dueOn: date('due_on').notNull(),
    state: text('state', { enum: deliveryStates }).notNull(),
    receivedOn: date('received_on'),
    runId: integer('run_id'),
    ...published(),
  },
  (t) => [
    uniqueIndex('expected_report_current').on(t.unitId, t.indicatorId, t.periodId).where(current),
    index('expected_report_past').on(t.unitId, t.indicatorId, t.periodId).where(past),
    index('expected_report_due').on(t.state, t.dueOn).where(current),
    index('expected_report_ministry').on(t.ministryId, t.fiscalYear, t.indicatorId).where(current),
  ],
);

/** One row per unit, feed, period and state with how many expected reports stand so: what the deliveries are drawn from. */
export const deliveryCount = pgTable(
  'delivery_count',
  {
    fiscalYear: smallint('fiscal_year').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    feedId: integer('feed_id'),
    periodId: integer('period_id').notNull(),
    state: text('state', { enum: deliveryStates }).notNull(),
    reports: integer('reports').notNull(),
    ...published(),
  },
  (t) => [
    uniqueIndex('delivery_count_current').on(t.periodId, t.unitId, t.feedId, t.state).where(current),
    index('delivery_count_unit').on(t.unitId, t.fiscalYear).where(current),
    index('delivery_count_past').on(t.periodId, t.unitId).where(past),
  ],
);
