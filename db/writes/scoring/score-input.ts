import type { IsoDate } from '#domain/time/fiscal-calendar.ts';
import { periodOfId } from '#domain/time/period.ts';
import { groupBy } from '../group-by.ts';
import type { AgreementRow, FigureRow, KpiRow, ScoringInput } from './load-agreements.ts';

export type ExpectedState = { state: string; endsOn: IsoDate };

/** What scoring asks again and again, looked up instead of searched for. */
export type ScoreLookUp = {
  kpisOf: (agreement: AgreementRow) => KpiRow[];
  figuresOf: (agreement: AgreementRow, kpi: KpiRow) => readonly FigureRow[];
  /** Reports of the unit itself, or of everybody in the ministry for a ministry's agreement. */
  expectedOf: (agreement: AgreementRow, kpi: KpiRow) => readonly ExpectedState[];
};

export function toLookUp(input: ScoringInput): ScoreLookUp {
  const parents = new Set(input.kpis.map((kpi) => `${kpi.agreement_id}:${kpi.parent_no}`));
  // Sub-KPIs carry the weight of their parent; only leaves are scored.
  const leaves = input.kpis.filter((kpi) => !parents.has(`${kpi.agreement_id}:${kpi.kpi_no}`));
  const kpis = groupBy(leaves, (kpi) => String(kpi.agreement_id));
  const figures = groupBy(input.figures, (row) => keyOf(row.unit_id, row.indicator_id, row.fiscal_year));
  const reports = groupBy(input.expectations, (row) => keyOf(row.unit_id, row.indicator_id, row.fiscal_year));
  const states = new Map<string, ExpectedState[]>();
  return {
    kpisOf: (agreement) => kpis.get(String(agreement.agreement_id)) ?? [],
    figuresOf: (agreement, kpi) => figures.get(keyOf(agreement.unit_id, kpi.indicator_id, agreement.fiscal_year)) ?? [],
    expectedOf: (agreement, kpi) => {
      const key = keyOf(agreement.unit_id, kpi.indicator_id, agreement.fiscal_year);
      const known = states.get(key);
      if (known) return known;
      const found = (reports.get(key) ?? []).map((row) => ({
        state: row.state,
        endsOn: periodOfId(row.period_id).endsOn,
      }));
      states.set(key, found);
      return found;
    },
  };
}

const keyOf = (unitId: number, indicatorId: number, fiscalYear: number): string =>
  `${unitId}:${indicatorId}:${fiscalYear}`;
