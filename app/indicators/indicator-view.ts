import type { DataState } from '#app/components/data-state-mark.tsx';
import type { PanelData } from '#app/components/panel-data.ts';
import type { StatusCode } from '#app/components/status-badge.tsx';
import type { SheetView } from '#app/sheet/sheet-view.ts';

export type IndicatorPeriodView = {
  periodId: number;
  /** In the reader's words. */
  name: string;
  endsOn: string;
  value: string | null;
  state: DataState;
  dueOn: string | null;
};

export type ChildFigureView = {
  unitCode: string;
  unitName: string;
  periodId: number;
  sliceId: number;
  value: string | null;
  state: DataState | null;
  unitsReported: number;
  unitsExpected: number;
  isRolledUp: boolean;
};

export type PromiseView = {
  kpiId: number;
  kpiNo: string;
  agreementId: number;
  unitName: string;
  weight: string;
  plan: string;
  round: number | null;
  score: string | null;
  status: StatusCode | null;
};

/** A reported and a computed value of one period that are further apart than tolerated. */
export type ApartView = { period: string; ofRecord: string | null; other: string | null; isOtherReported: boolean };

export type IndicatorPageView = {
  title: string;
  indicator: {
    code: string;
    name: string;
    unitOfMeasure: string;
    decimals: number;
    direction: 'higher' | 'lower' | 'closest';
    frequency: 'day' | 'month' | 'quarter' | 'year';
    orgRollup: string;
    timeRollup: string;
    classification: 'public' | 'internal' | 'restricted';
    definition: string | null;
    formula: string | null;
    source: string | null;
    perspective: string | null;
    strategy: string | null;
    system: string | null;
    layer: string | null;
    ofRecord: 'computed' | 'reported';
    tolerance: string;
    version: number;
    owner: { code: string; name: string };
  };
  unit: { code: string; name: string };
  fiscalYear: number;
  asOfOn: string;
  publicationId: number | null;
  sliceId: number;
  /** The year to date. */
  total: {
    periodId: number;
    value: string | null;
    through: string | null;
    unitsReported: number;
    unitsExpected: number;
  } | null;
  plan: { round: number; endsOn: string; plan: string }[];
  periods: PanelData<IndicatorPeriodView[]>;
  apart: PanelData<ApartView[]>;
  children: PanelData<ChildFigureView[]>;
  promises: PanelData<PromiseView[]>;
  sheet: PanelData<SheetView | null>;
};
