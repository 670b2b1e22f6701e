import type { Certainty } from '#app/components/certainty-mark.tsx';
import type { DataState } from '#app/components/data-state-mark.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import type { StatusCode } from '#app/components/status-badge.tsx';
import type { SheetView } from '#app/sheet/sheet-view.ts';

export type AgreementKind = 'PM_MIN' | 'MIN_PS' | 'PS_DG' | 'PS_GOV' | 'MIN_HEAD';
export type SigningState = 'draft' | 'signed' | 'amended' | 'closed';

export type ListedAgreementView = {
  agreementId: number;
  type: AgreementKind;
  unitName: string;
  makerTitle: string;
  recipientTitle: string;
  status: SigningState;
  version: number;
  weightTotal: string;
  lacksSystemKpi: boolean;
  kpis: number;
  score: string | null;
  gap: string | null;
  scoreStatus: StatusCode | null;
};

export type AgreementListView = {
  title: string;
  unit: { code: string; name: string };
  fiscalYear: number;
  round: 6 | 9 | 12;
  years: PanelData<number[]>;
  asOfOn: string;
  publicationId: number | null;
  filter: { type: AgreementKind | null; signed: boolean | null };
  counts: { total: number; signed: number; unsigned: number; lacksSystem: number };
  page: number;
  pages: number;
  agreements: PanelData<ListedAgreementView[]>;
  sheet: PanelData<SheetView | null>;
};

export type Holder = { name: string; acting: 'for_absent' | 'in_vacancy' | null };

export type Party = {
  positionTitle: string;
  holders: PanelData<Holder[]>;
};

export type AgreementKpiView = {
  kpiId: number;
  kpiNo: string;
  indicatorCode: string;
  name: string;
  unitOfMeasure: string;
  decimals: number;
  perspective: string;
  weight6: string | null;
  weight9: string | null;
  weight12: string;
  thresholds: string[];
  plan: string;
  actual: string | null;
  state: DataState | null;
  score: string | null;
  scoreStatus: StatusCode | null;
  ownerTitle: string | null;
  startsInRound: number;
  cancelledInRound: number | null;
};

export type KpiLinkView = {
  ofKpiId: number;
  direction: 'above' | 'below';
  linkType: 'same' | 'cascade' | 'proxy' | 'contribution' | null;
  kpiId: number;
  kpiNo: string;
  name: string;
  agreementId: number;
  unitName: string;
  score: string | null;
  status: StatusCode | null;
};

export type ServingProjectView = {
  code: string;
  name: string;
  unitName: string;
  status: StatusCode;
  slipDays: number | null;
  kpiId: number;
};

export type AgreementPageView = {
  title: string;
  agreementId: number;
  code: string;
  type: AgreementKind;
  unit: { code: string; name: string };
  ministry: { code: string; name: string };
  fiscalYear: number;
  round: 6 | 9 | 12;
  version: number;
  status: SigningState;
  signedOn: string | null;
  weightTotal: string;
  lacksSystemKpi: boolean;
  certainty: Certainty | null;
  asOfOn: string;
  publicationId: number | null;
  maker: Party;
  recipient: Party;
  statusFilter: StatusCode | null;
  rounds: {
    round: 6 | 9 | 12;
    certainty: string | null;
    score: string | null;
    plannedScore: string | null;
    coverage: string | null;
    status: StatusCode | null;
  }[];
  perspectives: { code: string; weight: string; score: string | null; status: StatusCode }[];
  kpis: PanelData<AgreementKpiView[]>;
  links: PanelData<KpiLinkView[]>;
  projects: PanelData<ServingProjectView[]>;
  sheet: PanelData<SheetView | null>;
};
