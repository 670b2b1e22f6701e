import type { Certainty } from '#app/components/certainty-mark.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import type { StatusCode } from '#app/components/status-badge.tsx';
import type { SheetView } from '#app/sheet/sheet-view.ts';

export type EaGate = 'not_needed' | 'passed' | 'waived' | 'blocking' | 'pending';
export type ProjectSort = 'slip' | 'cost' | 'gap' | 'value' | 'name';

/** Which projects the table shows and how they stand; everything is in the URL. */
export type ProjectQuery = {
  phase?: number;
  status?: StatusCode;
  system?: string;
  layer?: string;
  strategy?: string;
  province?: string;
  indicator?: string;
  gate?: 'blocking' | 'pending' | 'waived' | 'passed';
  late?: boolean;
  sort: ProjectSort;
  isAscending: boolean;
  /** Null: the worst few, as many as the screen holds. */
  page: number | null;
};

/** Counts and baht of one phase; money is the sum as stored. */
export type PhaseView = { phase: number; name: string; projects: number; valueBaht: string; lateOver30Days: number };

export type ProjectRow = {
  code: string;
  name: string;
  unitName: string;
  unitShortName: string;
  phase: number | null;
  status: StatusCode;
  slipDays: number | null;
  /** Percent of planned cost, below zero over it. */
  costVariance: string | null;
  spentShare: string | null;
  percentDone: string | null;
  eaGate: EaGate | null;
  ownerTitle: string | null;
  plannedStartOn: string | null;
  plannedEndOn: string | null;
  forecastEndOn: string | null;
  actualEndOn: string | null;
  flags: string[];
  indicatorCode: string | null;
  indicatorName: string | null;
  kpi: { id: number; no: string; agreementId: number; agreementUnit: string } | null;
};

export type ProjectTableView = { rows: ProjectRow[]; matches: number; page: number; pages: number };

export type NameOption = { code: string; name: string };
export type FilterOptions = Record<'system' | 'layer' | 'strategy' | 'province', NameOption[]>;

export type PortfolioTotal = {
  projects: number;
  valueBaht: string;
  lateOver30Days: number;
  lateValueBaht: string;
  atRisk: number;
  gatesBlocking: number;
};

/** `isForecast`: not all of the days have passed yet. */
export type SlowProject = { code: string; name: string; slipDays: number; isForecast: boolean };

export type ProjectsView = {
  title: string;
  unit: { code: string; name: string };
  fiscalYear: number;
  publicationId: number | null;
  asOf: number | null;
  asOfOn: string;
  certainty: Certainty | null;
  query: ProjectQuery;
  /** Name of the system, layer, strategy or province that all numbers of the page are about; null: they are about all. */
  sliceName: PanelData<string | null> | null;
  /** Filters besides phase, status and late are on. */
  hasFilters: boolean;
  /** Null: the portfolio could not be read. */
  total: PortfolioTotal | null;
  phases: PanelData<PhaseView[]>;
  table: PanelData<ProjectTableView>;
  /** The latest project of all, whatever the table shows. */
  slowest: PanelData<SlowProject | null>;
  /** Only while the filters are open. */
  options: PanelData<FilterOptions> | null;
  sheet: PanelData<SheetView | null>;
};
