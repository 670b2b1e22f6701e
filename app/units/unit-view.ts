import type { Certainty } from '#app/components/certainty-mark.tsx';
import type { DataState } from '#app/components/data-state-mark.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import type { StatusCode } from '#app/components/status-badge.tsx';
import type { SheetView } from '#app/sheet/sheet-view.ts';

export type UnitLinkView = { code: string; name: string };

export type UnitAgreementView = {
  agreementId: number;
  type: 'PM_MIN' | 'MIN_PS' | 'PS_DG' | 'PS_GOV' | 'MIN_HEAD';
  fiscalYear: number;
  signing: 'draft' | 'signed' | 'amended' | 'closed';
  makerTitle: string;
  round: number | null;
  score: string | null;
  status: StatusCode | null;
};

export type KeyFigureView = {
  kpiId: number;
  name: string;
  unitOfMeasure: string;
  decimals: number;
  actual: string | null;
  planned: string | null;
  state: DataState;
  score: string | null;
  status: StatusCode;
};

export type UnitMoneyView = {
  fiscalYear: number;
  period: string;
  allocatedBaht: string | null;
  committedBaht: string | null;
  disbursedBaht: string | null;
  disbursedPercent: string | null;
};

export type UnitProjectsView = { projects: number; valueBaht: string; lateOver30Days: number } | null;

export type UnitPageView = {
  title: string;
  unit: {
    code: string;
    name: string;
    shortName: string;
    kind: string;
    level: 'PMOC' | 'MOC' | 'DOC' | 'province';
    parent: UnitLinkView | null;
    validFrom: string | null;
    validTo: string | null;
  };
  names: PanelData<{ aliases: string[]; lineage: (UnitLinkView & { relation: 'predecessor' | 'successor' })[] }>;
  fiscalYear: number;
  round: 6 | 9 | 12;
  asOfOn: string;
  publicationId: number | null;
  certainty: Certainty | null;
  agreements: PanelData<UnitAgreementView[]>;
  figures: PanelData<KeyFigureView[]>;
  money: PanelData<UnitMoneyView[]>;
  projects: PanelData<UnitProjectsView>;
  deliveries: PanelData<{ state: DataState; count: number }[]>;
  children: PanelData<UnitLinkView[]>;
  sisters: PanelData<UnitLinkView[]>;
  sheet: PanelData<SheetView | null>;
};
