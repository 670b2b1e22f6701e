import { sql } from 'drizzle-orm';
import { boolean, date, index, integer, numeric, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { current, origin, past, published } from './columns.ts';

/** The natural key of a figure; the ministry comes first as the distribution column. */
const figureKey = () => ({
  fiscalYear: smallint('fiscal_year').notNull(),
  ministryId: integer('ministry_id').notNull(),
  unitId: integer('unit_id').notNull(),
  indicatorId: integer('indicator_id').notNull(),
  periodId: integer('period_id').notNull(),
  sliceId: smallint('slice_id').notNull().default(0),
});

/** One row per reported value of one indicator for one unit, period and slice, per revision and per set of audiences that sees it. Partitioned by fiscal year. */
export const reading = pgTable(
  'reading',
  {
    ...figureKey(),
    revision: smallint('revision').notNull().default(1),
    indicatorVersion: smallint('indicator_version').notNull(),
    classification: smallint('classification').notNull(),
    /** Levels that see this revision: DOC 1, MOC 2, PMOC 4. The audiences follow from it, less what suppression takes away. */
    levels: smallint('levels').notNull(),
    state: text('state', { enum: ['reported', 'estimated', 'withheld', 'not_applicable'] }).notNull(),
    value: numeric('value'),
    numerator: numeric('numerator'),
    denominator: numeric('denominator'),
    note: text('note'),
    /** This row, and not a roll-up, is the number of record for its audiences. */
    ofRecord: boolean('of_record').notNull().default(true),
    ...origin(),
    ...published(),
  },
  (t) => [
    uniqueIndex('reading_current')
      .on(t.unitId, t.indicatorId, t.fiscalYear, t.periodId, t.sliceId, t.levels)
      .where(current),
    index('reading_past').on(t.unitId, t.indicatorId, t.fiscalYear, t.periodId, t.sliceId, t.supersededIn).where(past),
  ],
);

/** One row per figure computed from below (a parent's) or from shorter periods (the year to date), per set of audiences that sees the same parts. Partitioned by fiscal year. */
export const unitRollup = pgTable(
  'unit_rollup',
  {
    ...figureKey(),
    /** The lowest audience bit of the row: with it the key is whole. */
    audience: smallint('audience').notNull(),
    indicatorVersion: smallint('indicator_version').notNull(),
    /** across: from child units; time: from shorter periods of the same unit. */
    basis: text('basis', { enum: ['across', 'time'] }).notNull(),
    value: numeric('value'),
    numerator: numeric('numerator'),
    denominator: numeric('denominator'),
    /** Reporting units below (or the unit itself) whose value is in, that were expected, and that this audience may not see. */
    unitsReported: smallint('units_reported').notNull(),
    unitsExpected: smallint('units_expected').notNull(),
    unitsWithheld: smallint('units_withheld').notNull().default(0),
    /** Newest period that is in a year-to-date figure. */
    throughPeriodId: integer('through_period_id'),
    isEstimated: boolean('is_estimated').notNull().default(false),
    ofRecord: boolean('of_record').notNull().default(true),
    ...published(),
  },
  (t) => [
    uniqueIndex('unit_rollup_current')
      .on(t.unitId, t.indicatorId, t.fiscalYear, t.periodId, t.sliceId, t.audience)
      .where(current),
    index('unit_rollup_past')
      .on(t.unitId, t.indicatorId, t.fiscalYear, t.periodId, t.sliceId, t.supersededIn)
      .where(past),
  ],
);

/** One row per project, per revision and per set of audiences; judged (status, slip, variance) by the as-of date of its publication. */
export const project = pgTable(
  'project',
  {
    projectId: integer('project_id').notNull(),
    code: text('code').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    revision: smallint('revision').notNull().default(1),
    classification: smallint('classification').notNull(),
    levels: smallint('levels').notNull(),
    nameTh: text('name_th').notNull(),
    nameEn: text('name_en'),
    kind: text('kind'),
    exchangesData: boolean('exchanges_data').notNull().default(false),
    system: text('system'),
    layer: text('layer'),
    strategy: text('strategy'),
    province: text('province'),
    valueBaht: numeric('value_baht'),
    /** In the sender's currency unit; foreign sources report millions of dollars and keep them. */
    plannedCost: numeric('planned_cost'),
    projectedCost: numeric('projected_cost'),
    actualCost: numeric('actual_cost'),
    currency: text('currency').notNull().default('THB'),
    fromFiscalYear: smallint('from_fiscal_year'),
    toFiscalYear: smallint('to_fiscal_year'),
    phase: smallint('phase'),
    percentDone: numeric('percent_done'),
    plannedStartOn: date('planned_start_on'),
    plannedEndOn: date('planned_end_on'),
    forecastEndOn: date('forecast_end_on'),
    actualEndOn: date('actual_end_on'),
    eaStatus: text('ea_status', { enum: ['none', 'drafting', 'complete', 'waived'] }),
    eaWaiverReason: text('ea_waiver_reason'),
    ownerTitle: text('owner_title'),
    /** The indicator that the project serves, and through it the agreements. */
    indicatorId: integer('indicator_id'),
    reportedOn: date('reported_on'),
    // Judged at publication
    status: text('status', { enum: ['achieved', 'on_plan', 'at_risk', 'below_plan', 'no_data'] })
      .notNull()
      .default('no_data'),
    plannedPercent: numeric('planned_percent'),
    slipDays: integer('slip_days'),
    scheduleVariance: numeric('schedule_variance'),
    costVariance: numeric('cost_variance'),
    spentBaht: numeric('spent_baht'),
    spentShare: numeric('spent_share'),
    eaGate: text('ea_gate', { enum: ['not_needed', 'passed', 'waived', 'blocking', 'pending'] }),
    flags: text('flags')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    ...origin(),
    ...published(),
  },
  (t) => [
    uniqueIndex('project_current').on(t.projectId, t.levels).where(current),
    index('project_unit').on(t.unitId).where(current),
    index('project_ministry').on(t.ministryId).where(current),
    index('project_indicator').on(t.indicatorId).where(current),
    index('project_past').on(t.projectId, t.supersededIn).where(past),
  ],
);

/** One row per project ever named: the code stands for the same project for good. */
export const projectKey = pgTable(
  'project_key',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    rootId: integer('root_id').notNull(),
    code: text('code').notNull(),
  },
  (t) => [uniqueIndex('project_key_code').on(t.rootId, t.code)],
);

/** One row per milestone of a project, per revision and set of audiences. */
export const milestone = pgTable(
  'milestone',
  {
    projectId: integer('project_id').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    code: text('code').notNull(),
    revision: smallint('revision').notNull().default(1),
    classification: smallint('classification').notNull(),
    levels: smallint('levels').notNull(),
    titleTh: text('title_th').notNull(),
    titleEn: text('title_en'),
    phase: smallint('phase'),
    dueOn: date('due_on').notNull(),
    doneOn: date('done_on'),
    percent: numeric('percent'),
    ownerTitle: text('owner_title'),
    ...origin(),
    ...published(),
  },
  (t) => [
    uniqueIndex('milestone_current').on(t.projectId, t.code, t.levels).where(current),
    index('milestone_unit').on(t.unitId, t.dueOn).where(current),
    index('milestone_past').on(t.projectId, t.code, t.supersededIn).where(past),
  ],
);

/** One row per line of money: per unit, plan, output, project, item, expense kind, year and period; amounts in baht as sent. */
export const budgetLine = pgTable(
  'budget_line',
  {
    fiscalYear: smallint('fiscal_year').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    periodId: integer('period_id').notNull(),
    /** What makes the line the same line next time: the sender's own id, or its plan, output, project, item and kind. */
    lineKey: text('line_key').notNull(),
    revision: smallint('revision').notNull().default(1),
    classification: smallint('classification').notNull(),
    levels: smallint('levels').notNull(),
    plan: text('plan'),
    output: text('output'),
    projectCode: text('project_code'),
    projectId: integer('project_id'),
    category: text('category'),
    item: text('item'),
    expenseKind: text('expense_kind', { enum: ['current', 'investment'] }),
    allocatedBaht: numeric('allocated_baht'),
    committedBaht: numeric('committed_baht'),
    disbursedBaht: numeric('disbursed_baht'),
    ...origin(),
    ...published(),
  },
  (t) => [
    uniqueIndex('budget_line_current').on(t.unitId, t.fiscalYear, t.periodId, t.lineKey, t.levels).where(current),
    index('budget_line_project').on(t.projectId).where(current),
    index('budget_line_past').on(t.unitId, t.fiscalYear, t.periodId, t.lineKey, t.supersededIn).where(past),
  ],
);

/** One row per unit, fiscal year, slice and set of audiences: the portfolio's counts and money by phase and status. Phase 0 is all phases. */
export const portfolioRollup = pgTable(
  'portfolio_rollup',
  {
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    fiscalYear: smallint('fiscal_year').notNull(),
    sliceId: smallint('slice_id').notNull(),
    phase: smallint('phase').notNull(),
    audience: smallint('audience').notNull(),
    projects: integer('projects').notNull(),
    valueBaht: numeric('value_baht').notNull(),
    achieved: integer('achieved').notNull(),
    onPlan: integer('on_plan').notNull(),
    atRisk: integer('at_risk').notNull(),
    belowPlan: integer('below_plan').notNull(),
    noData: integer('no_data').notNull(),
    lateValueBaht: numeric('late_value_baht').notNull(),
    lateOver30Days: integer('late_over_30_days').notNull(),
    gatesBlocking: integer('gates_blocking').notNull(),
    /** Σ disbursed, and Σ value × percent done: with the value they say how far money and work have come. */
    spentBaht: numeric('spent_baht').notNull().default('0'),
    doneValueBaht: numeric('done_value_baht').notNull().default('0'),
    ...published(),
  },
  (t) => [
    uniqueIndex('portfolio_rollup_current').on(t.unitId, t.fiscalYear, t.sliceId, t.phase, t.audience).where(current),
    index('portfolio_rollup_past').on(t.unitId, t.fiscalYear, t.sliceId, t.supersededIn).where(past),
  ],
);

/** One row per unit, fiscal year, period, expense kind ('all' too) and set of audiences: money allocated, committed and disbursed to date. */
export const budgetRollup = pgTable(
  'budget_rollup',
  {
    fiscalYear: smallint('fiscal_year').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    periodId: integer('period_id').notNull(),
    expenseKind: text('expense_kind').notNull(),
    audience: smallint('audience').notNull(),
    allocatedBaht: numeric('allocated_baht'),
    committedBaht: numeric('committed_baht'),
    disbursedBaht: numeric('disbursed_baht'),
    unitsReported: smallint('units_reported').notNull(),
    ...published(),
  },
  (t) => [
    uniqueIndex('budget_rollup_current')
      .on(t.unitId, t.fiscalYear, t.periodId, t.expenseKind, t.audience)
      .where(current),
    index('budget_rollup_past').on(t.unitId, t.fiscalYear, t.supersededIn).where(past),
  ],
);

/** One row per country, index and year as published by its source; the parts as given, blank where left blank. */
export const countryIndex = pgTable(
  'country_index',
  {
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    indexCode: text('index_code').notNull(),
    year: smallint('year').notNull(),
    revision: smallint('revision').notNull().default(1),
    classification: smallint('classification').notNull(),
    levels: smallint('levels').notNull(),
    rank: smallint('rank'),
    value: numeric('value'),
    onlineService: numeric('online_service'),
    humanCapital: numeric('human_capital'),
    telecomInfrastructure: numeric('telecom_infrastructure'),
    participation: numeric('participation'),
    ...origin(),
    ...published(),
  },
  (t) => [
    uniqueIndex('country_index_current').on(t.unitId, t.indexCode, t.year, t.levels).where(current),
    index('country_index_past').on(t.unitId, t.indexCode, t.year, t.supersededIn).where(past),
  ],
);
