import type { Certainty } from '#app/components/certainty-mark.tsx';
import type { DataState } from '#app/components/data-state-mark.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import type { StatusCode } from '#app/components/status-badge.tsx';
import type { SheetView } from '#app/sheet/sheet-view.ts';

export type RoundKey = { fiscalYear: number; round: 6 | 9 | 12 };
export type Show = 'rank' | 'heat' | 'trend';
export type RankOrder = 'score' | 'gap' | 'change';
/** What the commission looks for among all agreements. */
export type Check = 'below3' | 'easy' | 'unsigned';

/** How the results are compared; everything is in the URL. */
export type TacticalQuery = {
  show: Show;
  order?: RankOrder;
  /** Code of the indicator that ranks instead of the score. */
  indicator?: string;
  /** Round that is compared with; absent: the one before. */
  compare?: RoundKey;
  /** Two units, or one against the mean of all, in the trend. */
  pair: string[];
  by: 'month' | 'year';
  check?: Check;
  /** Null: as many rows as the screen holds. */
  page: number | null;
};

/** Where a row leads to: one level down, with the same measure and round. */
export type RowLink =
  { kind: 'unit'; code: string } | { kind: 'kpi'; kpiId: number } | { kind: 'agreement'; id: number };

/** One row of the ranking; decimals are exact, differences are of what is shown. */
export type RankRow = {
  key: string;
  name: string;
  shortName: string;
  link: RowLink;
  value: string | null;
  target: string | null;
  previous: string | null;
  change: string | null;
  gap: string | null;
  status: StatusCode;
  state: DataState | null;
  /** Kind of agreement, where several kinds stand in one list. */
  type?: 'PM_MIN' | 'MIN_PS' | 'PS_DG' | 'PS_GOV' | 'MIN_HEAD';
};

/** What the ranking measures: a score of 1–5, or an indicator in its own unit. */
export type Measure = {
  name: string | null;
  unit: string | null;
  decimals: number;
  isLowerBetter: boolean;
  /** Score axis from 0 where the framework says so. */
  lowest: 0 | 1;
};

export type RankView = { measure: Measure; rows: RankRow[]; total: number; page: number; pages: number };

export type MovedPart = { key: string; name: string; part: string; link: RowLink };

/** What moved the total; the parts and the rest sum exactly to the change. */
export type ContributionView = {
  /** Whose total: a KPI's share of the agreement, a unit's of the mean or of the indicator. */
  of: 'kpis' | 'units';
  places: number;
  from: string;
  to: string;
  change: string;
  leading: MovedPart[];
  rest: { count: number; part: string };
  /** Of a ratio: what better or worse results did, and what the changed sizes of the units did. Null for a sum. */
  effects: { rate: string; mix: string } | null;
};

export type SpendingPoint = {
  key: string;
  kind: 'unit' | 'project';
  name: string;
  /** As it is written in a drawing. */
  shortName: string;
  spentPercent: string;
  donePercent: string;
};

export type HeatColumn = { key: string; name: string; indicator: string | null };
export type HeatValue = {
  value: string | null;
  status: StatusCode | null;
  state: DataState | null;
  link: RowLink | null;
};
export type HeatView = {
  columns: HeatColumn[];
  rows: { key: string; name: string; link: RowLink; cells: HeatValue[] }[];
};

export type TrendSeries = {
  key: string;
  name: string;
  shortName: string;
  values: (string | null)[];
  plans: (string | null)[];
  status: StatusCode;
};
export type TrendView = {
  by: 'month' | 'year';
  periods: { key: string; endsOn: string; fiscalYear: number }[];
  series: TrendSeries[];
  /** Of two units, or of one and the mean of all. */
  pair: { first: TrendSeries; second: TrendSeries; parts: PairPart[] } | null;
};
export type PairPart = { perspective: string; first: string | null; second: string | null; difference: string | null };

export type BandCount = { from: string; to: string; count: number };
export type ChecksView = { bands: BandCount[]; below3: number; easy: number; unsigned: number; unsignedYear: number };

export type Option = { code: string; name: string };

export type CompareOptions = { indicators: Option[]; rounds: RoundKey[]; units: Option[] };

export type TacticalKind = 'ministries' | 'departments' | 'kpis' | 'agreements';

/** Numbers of the first line. */
export type TacticalSummary = {
  total: number;
  scored: number;
  below3: number;
  below3Before: number;
  endangered: number;
  /** Of a single agreement: its own score and distance to plan. */
  score: string | null;
  gap: string | null;
  worst: { name: string; shortName: string; value: string | null; gap: string | null; link: RowLink } | null;
};

export type TacticalView = {
  title: string;
  kind: TacticalKind;
  unit: { code: string; name: string };
  fiscalYear: number;
  round: 6 | 9 | 12;
  asOf: number | null;
  publicationId: number | null;
  asOfOn: string;
  certainty: Certainty | null;
  coverage: string | null;
  sliceName: string | null;
  query: TacticalQuery;
  compare: RoundKey;
  summary: TacticalSummary;
  rank: PanelData<RankView>;
  contributions: PanelData<ContributionView | null> | null;
  spending: PanelData<SpendingPoint[]> | null;
  checks: PanelData<ChecksView> | null;
  heat: PanelData<HeatView> | null;
  trend: PanelData<TrendView> | null;
  /** Only while the choice of comparison is open. */
  options: PanelData<CompareOptions> | null;
  sheet: PanelData<SheetView | null>;
};
