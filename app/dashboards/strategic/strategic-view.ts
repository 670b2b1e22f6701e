import type { AgreementKind } from '#app/agreements/agreement-view.ts';
import type { PanelData } from '#app/components/panel-data.ts';
import type { Certainty } from '#app/components/certainty-mark.tsx';
import type { StatusCode } from '#app/components/status-badge.tsx';
import type { SheetView } from '#app/sheet/sheet-view.ts';
import type { Standing } from './below-first.ts';

/** A unit's score as it stands in a list: strings are exact decimals, differences are of the two decimals shown. */
export type ScoredUnit = {
  agreementId: number;
  unitCode: string;
  name: string;
  shortName: string;
  score: string | null;
  plannedScore: string | null;
  previousScore: string | null;
  gap: string | null;
  change: string | null;
  status: StatusCode;
  makerTitle: string;
};

export type WeakKpi = {
  kpiId: number;
  name: string;
  unitName: string;
  score: string | null;
  plannedScore: string | null;
  /** As shown: from the plan, or where none was made from the line of 3.00. */
  fromPlan: string | null;
  status: StatusCode;
  ownerTitle: string | null;
};

/** Those short of plan, furthest first, or where none is, those nearest to it; how many of how many are short. */
export type WeakKpis = Standing<WeakKpi> & { below: number; total: number };

export type StatusCount = { status: StatusCode; count: number };

/** The year that runs beside the one shown, as one line. */
export type RunningStrip = {
  fiscalYear: number;
  round: number;
  endsOn: string;
  coverage: string | null;
  forecastScore: string | null;
  forecastWithheld: string | null;
};

export type StrategicFrame = {
  title: string;
  unit: { code: string; name: string; level: 'PMOC' | 'MOC' | 'DOC' | 'province' };
  fiscalYear: number;
  round: 6 | 9 | 12;
  asOf: number | null;
  publicationId: number | null;
  asOfOn: string;
  certainty: Certainty | null;
  /** `name` in the reader's words; empty for the whole. */
  slice: { kind: string; code: string; name: string };
  running: PanelData<RunningStrip | null>;
  sheet: PanelData<SheetView | null>;
};

export type NationView = StrategicFrame & {
  kind: 'nation';
  counts: {
    total: number;
    scored: number;
    below3: number;
    onCourse: number;
    fell: number;
    rose: number;
    byStatus: StatusCount[];
  };
  ministries: PanelData<ScoredUnit[]>;
  moved: PanelData<ScoredUnit[]>;
  weakest: PanelData<WeakKpis>;
};

export type ScoreView = {
  perspective: string;
  score: string | null;
  plannedScore: string | null;
  previousScore: string | null;
  gap: string | null;
  change: string | null;
  coverage: string;
  status: StatusCode;
  forecastScore: string | null;
  forecastLow: string | null;
  forecastHigh: string | null;
  forecastWithheld: string | null;
};

export type HistoryPoint = { periodId: number; endsOn: string; score: string | null; plannedScore: string | null };

export type LateProject = {
  projectId: number;
  code: string;
  name: string;
  unitName: string;
  slipDays: number | null;
  status: StatusCode;
};

/** What may pull the agreement down from below: sub-units' agreements, or for a unit without any its late projects. */
export type BelowView =
  | { kind: 'units'; units: ScoredUnit[]; total: number; endangered: number }
  | { kind: 'projects'; projects: LateProject[] };

/** The other agreement of a ministry in the same round: its number differs, and a reader of both asks why. */
export type CounterpartView = { agreementId: number; type: 'PM_MIN' | 'MIN_PS'; score: string | null };

export type AgreementView = StrategicFrame & {
  kind: 'agreement';
  agreement: { id: number; type: AgreementKind; makerTitle: string; recipientTitle: string };
  counterpart: PanelData<CounterpartView | null>;
  /** The reader is the permanent secretary or looks at that agreement: what endangers it comes first. */
  leadsWith: 'score' | 'endangered';
  /** The score that the screen is about: the whole, or the perspective of the slice. */
  score: ScoreView;
  perspectives: ScoreView[];
  history: PanelData<HistoryPoint[]>;
  weakest: PanelData<WeakKpis>;
  below: PanelData<BelowView>;
  statuses: PanelData<StatusCount[]>;
};

/** Nothing has been promised or scored yet for this unit and year. */
export type NothingView = StrategicFrame & { kind: 'nothing'; reason: 'no_agreement' | 'no_score' };

export type StrategicView = NationView | AgreementView | NothingView;
