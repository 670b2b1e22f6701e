import { getProjectSheetRow, getProjectMilestones, type ProjectSheetRow } from '#db/reads/project-sheet.ts';
import type { Tx } from '#db/connect.ts';
import { sheetName } from './sheet-name.ts';
import type { SheetFact, SheetView } from './sheet-view.ts';
import { fact, type Teller } from './teller.server.ts';

/** One project: what it is, how its status was judged, its milestones, its record. */
export async function getProjectSheet(tx: Tx, teller: Teller, { code }: { code: string }): Promise<SheetView | null> {
  const { asOf, language, t, f } = teller;
  const project = await getProjectSheetRow(tx, { code, asOf, language });
  if (!project) return null;
  const milestones = await getProjectMilestones(tx, { projectId: project.projectId, asOf, language, limit: 12 });
  return {
    kind: 'project',
    title: project.name,
    what: { text: t('numberSheet.projectWhat', { unit: project.unitName }), facts: toWhat(project, teller) },
    how: {
      text: t('numberSheet.projectHow'),
      facts: fact(t('numberSheet.plannedPercent'), project.plannedPercent && f.percent(project.plannedPercent)),
    },
    parts: {
      note: milestones.length > 0 ? t('numberSheet.partsMilestones') : undefined,
      items: milestones.map((one) => ({
        key: one.code,
        label: one.title,
        detail: one.ownerTitle ?? undefined,
        value: one.doneOn
          ? t('numberSheet.doneOn', { date: f.date(one.doneOn) })
          : t('numberSheet.dueOn', { date: f.date(one.dueOn) }),
        sheet: sheetName.milestoneRecord(project.projectId, one.code),
      })),
    },
    source: {
      facts: [],
      cells: [],
      items: [
        {
          key: 'record',
          label: t('numberSheet.run', { run: project.runId }),
          sheet: sheetName.projectRecord(project.projectId),
        },
      ],
    },
    actions: [{ label: t('numberSheet.seeProject'), href: `/projects/${encodeURIComponent(project.code)}` }],
  };
}

function toWhat(project: ProjectSheetRow, { t, f }: Teller): SheetFact[] {
  return [
    ...fact(
      t('numberSheet.status'),
      project.status === 'below_plan' ? t('status.delayed') : t(`status.${project.status}`),
    ),
    ...fact(t('numberSheet.value_baht'), project.valueBaht && f.millionBaht(project.valueBaht)),
    ...fact(t('numberSheet.percentDone'), project.percentDone && f.percent(project.percentDone)),
    ...fact(t('numberSheet.planEnd'), project.plannedEndOn && f.date(project.plannedEndOn)),
    ...fact(t('numberSheet.forecastEnd'), project.forecastEndOn && f.date(project.forecastEndOn)),
    ...fact(
      t('numberSheet.slip'),
      project.slipDays !== null && project.slipDays > 0 && t('measure.days', { count: project.slipDays }),
    ),
    ...fact(t('numberSheet.phase'), project.phase !== null && String(project.phase)),
    ...fact(t('numberSheet.owner'), project.ownerTitle),
  ];
}
