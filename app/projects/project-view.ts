import type { AgreementKind } from '#app/agreements/agreement-view.ts';
import type { PanelData } from '#app/components/panel-data.ts';
import type { StatusCode } from '#app/components/status-badge.tsx';
import type { SheetView } from '#app/sheet/sheet-view.ts';
import type { EaGate } from './projects-view.ts';

/** Amounts are baht, or, where the currency is another one, millions of it as its source reports them. */
export type ProjectFacts = {
  id: number;
  code: string;
  name: string;
  unitCode: string;
  unitName: string;
  ministryCode: string;
  ministryName: string;
  kind: string | null;
  exchangesData: boolean;
  systemName: string | null;
  layerName: string | null;
  strategyName: string | null;
  provinceName: string | null;
  valueBaht: string | null;
  plannedCost: string | null;
  projectedCost: string | null;
  actualCost: string | null;
  currency: string;
  fromFiscalYear: number | null;
  toFiscalYear: number | null;
  phase: number | null;
  percentDone: string | null;
  plannedPercent: string | null;
  plannedStartOn: string | null;
  plannedEndOn: string | null;
  forecastEndOn: string | null;
  actualEndOn: string | null;
  eaWaiverReason: string | null;
  eaGate: EaGate | null;
  ownerTitle: string | null;
  reportedOn: string | null;
  status: StatusCode;
  slipDays: number | null;
  costVariance: string | null;
  spentShare: string | null;
  flags: string[];
  classification: 'public' | 'internal' | 'restricted';
};

export type MilestoneView = {
  code: string;
  title: string;
  dueOn: string;
  doneOn: string | null;
  /** Days past its due date on the day of the figures; 0 where it is done or not due. */
  overdueDays: number;
  ownerTitle: string | null;
};

export type MoneyView = {
  fiscalYear: number;
  allocatedBaht: string | null;
  committedBaht: string | null;
  disbursedBaht: string | null;
  throughOn: string;
};

export type ServedView = {
  kpiId: number;
  kpiNo: string;
  agreementId: number;
  type: AgreementKind;
  fiscalYear: number;
  unitShortName: string;
  score: string | null;
  status: StatusCode | null;
};

export type ProjectView = {
  title: string;
  publicationId: number | null;
  asOfOn: string;
  project: ProjectFacts;
  phases: PanelData<{ code: string; name: string; shortName: string }[]>;
  milestones: PanelData<MilestoneView[]>;
  money: PanelData<MoneyView[]>;
  /** The indicator that the project serves, and who promises it; null for one that serves none. */
  served: PanelData<{ indicator: { code: string; name: string } | null; kpis: ServedView[] } | null>;
  sheet: PanelData<SheetView | null>;
};
