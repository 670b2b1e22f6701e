import { useFormat } from '#app/components/format.ts';
import { Panel } from '#app/components/panel.tsx';
import { useT } from '#app/components/words.tsx';
import { FactList } from './fact-list.tsx';
import type { ProjectView } from './project-view.ts';
import { useAmount } from './use-amount.ts';

/** What was reported about the project, in its own currency. */
export function FactsPanel({ view }: { view: ProjectView }) {
  const t = useT();
  const format = useFormat();
  const { project } = view;
  const amount = useAmount(project.currency);
  const facts: [string, string | null][] = [
    [t('projects.code'), project.code],
    [t('projects.unit'), project.unitName],
    [t('projects.owner'), project.ownerTitle],
    [t('projects.value'), project.valueBaht === null ? null : format.millionBaht(project.valueBaht)],
    [t('projects.plannedCost'), amount(project.plannedCost)],
    [t('projects.projectedCost'), amount(project.projectedCost)],
    [t('projects.actualCost'), amount(project.actualCost)],
    [t('projects.years'), yearsOf(project.fromFiscalYear, project.toFiscalYear)],
    [t('projects.kind'), project.kind],
    [t('projects.exchangesData'), t(project.exchangesData ? 'projects.yes' : 'projects.no')],
    [t('projects.system'), project.systemName],
    [t('projects.layer'), project.layerName],
    [t('projects.strategy'), project.strategyName],
    [t('projects.province'), project.provinceName],
    [t('projects.reportedOn'), project.reportedOn && format.date(project.reportedOn)],
  ];
  function yearsOf(from: number | null, to: number | null): string | null {
    if (from === null || to === null || from === to)
      return from === null && to === null ? null : format.fiscalYear((from ?? to)!);
    return t('projects.yearsFromTo', { from: format.fiscalYear(from), to: format.fiscalYear(to) });
  }
  return (
    <Panel title={t('projects.facts')}>
      <FactList facts={facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))} />
    </Panel>
  );
}
