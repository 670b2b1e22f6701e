import { boolean, date, index, integer, numeric, pgTable, smallint, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { current, instant, origin, past, published } from './columns.ts';

/** One row per agreement ever named: its code stands for the same promise through all its versions. */
export const agreementKey = pgTable('agreement_key', {
  id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
  code: text('code').notNull().unique(),
});

/** One row per version of a performance agreement (คำรับรองการปฏิบัติราชการ): one fiscal year, a maker and a recipient, both positions. */
export const agreement = pgTable(
  'agreement',
  {
    agreementId: integer('agreement_id').notNull(),
    version: smallint('version').notNull().default(1),
    code: text('code').notNull(),
    type: text('type', { enum: ['PM_MIN', 'MIN_PS', 'PS_DG', 'PS_GOV', 'MIN_HEAD'] }).notNull(),
    fiscalYear: smallint('fiscal_year').notNull(),
    ministryId: integer('ministry_id').notNull(),
    /** The unit whose results the maker promises. */
    unitId: integer('unit_id').notNull(),
    makerPositionId: integer('maker_position_id').notNull(),
    recipientPositionId: integer('recipient_position_id').notNull(),
    status: text('status', { enum: ['draft', 'signed', 'amended', 'closed'] }).notNull(),
    signedOn: date('signed_on'),
    /** Σ weights of the 12-month round as stored; signing wants 100.00. */
    weightTotal: numeric('weight_total').notNull(),
    /** The ministry hosts a Back Office system and no KPI here is about one. */
    lacksSystemKpi: boolean('lacks_system_kpi').notNull().default(false),
    ...origin(),
    ...published(),
  },
  (t) => [
    uniqueIndex('agreement_current').on(t.agreementId).where(current),
    index('agreement_year').on(t.fiscalYear, t.type).where(current),
    index('agreement_unit').on(t.unitId, t.fiscalYear).where(current),
    index('agreement_past').on(t.agreementId, t.supersededIn).where(past),
  ],
);

/** One row per KPI ever promised in an agreement: the same KPI through all versions. */
export const kpiKey = pgTable(
  'kpi_key',
  {
    id: integer('id').primaryKey().generatedAlwaysAsIdentity(),
    agreementId: integer('agreement_id').notNull(),
    kpiNo: text('kpi_no').notNull(),
  },
  (t) => [uniqueIndex('kpi_key_no').on(t.agreementId, t.kpiNo)],
);

/** One row per KPI of an agreement and version: weight, thresholds and plan per round. */
export const agreementKpi = pgTable(
  'agreement_kpi',
  {
    kpiId: integer('kpi_id').notNull(),
    agreementId: integer('agreement_id').notNull(),
    version: smallint('version').notNull().default(1),
    fiscalYear: smallint('fiscal_year').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    kpiNo: text('kpi_no').notNull(),
    parentNo: text('parent_no'),
    indicatorId: integer('indicator_id').notNull(),
    perspective: text('perspective').notNull(),
    kpiType: text('kpi_type', { enum: ['higher', 'lower', 'milestone', 'yes_no', 'closest'] }).notNull(),
    /** For 'closest': what the distance is measured from. For milestones: how steps count. */
    target: numeric('target'),
    milestoneMode: text('milestone_mode', { enum: ['sequential', 'part_credit', 'counting'] }),
    weight6: numeric('weight_6'),
    weight9: numeric('weight_9'),
    weight12: numeric('weight_12').notNull(),
    /** Results for scores 1…5; falling thresholds mean that lower is better. */
    thresholds6: numeric('thresholds_6').array(),
    thresholds9: numeric('thresholds_9').array(),
    thresholds12: numeric('thresholds_12').array().notNull(),
    plan6: numeric('plan_6'),
    plan9: numeric('plan_9'),
    plan12: numeric('plan_12').notNull(),
    startsInRound: smallint('starts_in_round').notNull().default(6),
    cancelledInRound: smallint('cancelled_in_round'),
    linkType: text('link_type', { enum: ['same', 'cascade', 'proxy', 'contribution'] }),
    /** The KPI of the agreement above that this one serves. */
    linkedKpiId: integer('linked_kpi_id'),
    ownerTitle: text('owner_title'),
    ...origin(),
    ...published(),
  },
  (t) => [
    uniqueIndex('agreement_kpi_current').on(t.kpiId).where(current),
    index('agreement_kpi_agreement').on(t.agreementId).where(current),
    index('agreement_kpi_indicator').on(t.indicatorId, t.unitId).where(current),
    index('agreement_kpi_linked').on(t.linkedKpiId).where(current),
    index('agreement_kpi_past').on(t.kpiId, t.supersededIn).where(past),
  ],
);

/** One row per agreement and round: how certain its results are, and the row's history is the round's history. */
export const roundState = pgTable(
  'round_state',
  {
    agreementId: integer('agreement_id').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    fiscalYear: smallint('fiscal_year').notNull(),
    round: smallint('round').notNull(),
    certainty: text('certainty', { enum: ['not_started', 'mid_round', 'preliminary', 'certified', 'final'] }).notNull(),
    changedAt: instant('changed_at').notNull(),
    ...published(),
  },
  (t) => [
    uniqueIndex('round_state_current').on(t.agreementId, t.round).where(current),
    index('round_state_past').on(t.agreementId, t.supersededIn).where(past),
  ],
);

/** What a score was computed from, stored with it so that it can be shown and computed again. */
const scored = () => ({
  fiscalYear: smallint('fiscal_year').notNull(),
  ministryId: integer('ministry_id').notNull(),
  unitId: integer('unit_id').notNull(),
  agreementId: integer('agreement_id').notNull(),
  round: smallint('round').notNull(),
  audience: smallint('audience').notNull(),
  agreementVersion: smallint('agreement_version').notNull(),
  ruleVersion: text('rule_version').notNull(),
  scheme: text('scheme', { enum: ['LEVEL5', 'POINT100'] }).notNull(),
  floor: text('floor', { enum: ['one', 'zero'] }).notNull(),
});

/** One row per KPI, round and set of audiences: actual, plan, score of four decimals, and why. */
export const kpiScore = pgTable(
  'kpi_score',
  {
    kpiId: integer('kpi_id').notNull(),
    ...scored(),
    indicatorId: integer('indicator_id').notNull(),
    perspective: text('perspective').notNull(),
    weight: numeric('weight').notNull(),
    thresholds: numeric('thresholds').array().notNull(),
    /** Cumulative from 1 October to the newest period in it. */
    actual: numeric('actual'),
    numerator: numeric('numerator'),
    denominator: numeric('denominator'),
    throughPeriodId: integer('through_period_id'),
    unitsReported: smallint('units_reported'),
    unitsExpected: smallint('units_expected'),
    state: text('state', {
      enum: ['reported', 'not_due', 'missing', 'rejected', 'withheld', 'not_applicable'],
    }).notNull(),
    score: numeric('score', { precision: 7, scale: 4 }),
    /** The plan for the newest period in the actual, and the score that the plan would earn. */
    planned: numeric('planned'),
    plannedScore: numeric('planned_score', { precision: 7, scale: 4 }),
    previousActual: numeric('previous_actual'),
    previousScore: numeric('previous_score', { precision: 7, scale: 4 }),
    /** weight × (5 − score) / Σ weights: what it costs the agreement. */
    pointsLost: numeric('points_lost', { precision: 7, scale: 4 }),
    status: text('status', { enum: ['achieved', 'on_plan', 'at_risk', 'below_plan', 'no_data'] }).notNull(),
    ...published(),
  },
  (t) => [
    uniqueIndex('kpi_score_current').on(t.kpiId, t.round, t.audience).where(current),
    index('kpi_score_agreement').on(t.agreementId, t.round).where(current),
    index('kpi_score_indicator').on(t.indicatorId, t.fiscalYear).where(current),
    index('kpi_score_past').on(t.kpiId, t.round, t.supersededIn).where(past),
  ],
);

/** One row per agreement, round, perspective ('ALL' for the whole) and set of audiences. */
export const agreementScore = pgTable(
  'agreement_score',
  {
    ...scored(),
    perspective: text('perspective').notNull(),
    score: numeric('score', { precision: 7, scale: 4 }),
    plannedScore: numeric('planned_score', { precision: 7, scale: 4 }),
    previousScore: numeric('previous_score', { precision: 7, scale: 4 }),
    weightCounted: numeric('weight_counted').notNull(),
    weightTotal: numeric('weight_total').notNull(),
    /** Σ weight counted / Σ weight: น้ำหนักที่รายงานแล้ว. */
    coverage: numeric('coverage', { precision: 7, scale: 4 }).notNull(),
    kpis: smallint('kpis').notNull(),
    kpisReported: smallint('kpis_reported').notNull(),
    kpisBelowPlan: smallint('kpis_below_plan').notNull(),
    kpisAchieved: smallint('kpis_achieved').notNull(),
    kpisWithheld: smallint('kpis_withheld').notNull().default(0),
    status: text('status', { enum: ['achieved', 'on_plan', 'at_risk', 'below_plan', 'no_data'] }).notNull(),
    certainty: text('certainty', { enum: ['not_started', 'mid_round', 'preliminary', 'certified', 'final'] }).notNull(),
    throughPeriodId: integer('through_period_id'),
    forecastScore: numeric('forecast_score', { precision: 7, scale: 4 }),
    forecastLow: numeric('forecast_low', { precision: 7, scale: 4 }),
    forecastHigh: numeric('forecast_high', { precision: 7, scale: 4 }),
    /** Why no forecast stands here, as a rule code; null where one does. */
    forecastWithheld: text('forecast_withheld'),
    ...published(),
  },
  (t) => [
    uniqueIndex('agreement_score_current').on(t.agreementId, t.round, t.perspective, t.audience).where(current),
    index('agreement_score_round').on(t.fiscalYear, t.round, t.perspective).where(current),
    index('agreement_score_past').on(t.agreementId, t.round, t.supersededIn).where(past),
  ],
);

/** One row per agreement, month of the year and set of audiences: the score as it stood at that month's end – the trajectory. */
export const scoreHistory = pgTable(
  'score_history',
  {
    agreementId: integer('agreement_id').notNull(),
    ministryId: integer('ministry_id').notNull(),
    unitId: integer('unit_id').notNull(),
    fiscalYear: smallint('fiscal_year').notNull(),
    periodId: integer('period_id').notNull(),
    audience: smallint('audience').notNull(),
    score: numeric('score', { precision: 7, scale: 4 }),
    plannedScore: numeric('planned_score', { precision: 7, scale: 4 }),
    coverage: numeric('coverage', { precision: 7, scale: 4 }).notNull(),
    ...published(),
  },
  (t) => [
    uniqueIndex('score_history_current').on(t.agreementId, t.periodId, t.audience).where(current),
    index('score_history_past').on(t.agreementId, t.supersededIn).where(past),
  ],
);
