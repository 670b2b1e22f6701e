import { EmptyState } from '#app/components/empty-state.tsx';
import { useFormat } from '#app/components/format.ts';
import { ListRow, ListRows } from '#app/components/list-rows.tsx';
import { Panel } from '#app/components/panel.tsx';
import { StatusShape } from '#app/components/status-badge.tsx';
import { DataStateDrawing } from '#app/components/data-state-mark.tsx';
import { useT } from '#app/components/words.tsx';
import { useSheetHref } from '#app/sheet/sheet-link.tsx';
import { sheetName } from '#app/sheet/sheet-name.ts';
import type { MilestoneView, ProjectView } from './project-view.ts';

/** Milestones in the order in which they are due; each leads to its cell. */
export function MilestonesPanel({ view }: { view: ProjectView }) {
  const t = useT();
  const format = useFormat();
  const sheetHref = useSheetHref();
  const { milestones, project } = view;
  if (!milestones.ok) return <Panel title={t('projects.milestones')} state="failed" />;
  const rows = milestones.value;
  const late = rows.filter((row) => row.overdueDays > 0).length;
  const counts = { late: format.number(late), total: format.number(rows.length) };
  return (
    <Panel
      title={t('projects.milestones')}
      subtitle={
        rows.length === 0 ? undefined : t(late > 0 ? 'projects.milestonesLate' : 'projects.milestonesOnTime', counts)
      }
    >
      {rows.length === 0 ? (
        <EmptyState what={t('projects.noMilestones')} who={project.unitName} />
      ) : (
        <ListRows label={t('projects.milestones')}>
          {rows.map((row) => (
            <ListRow
              key={row.code}
              href={sheetHref(sheetName.milestoneRecord(project.id, row.code))}
              keepScroll
              leading={<MilestoneMark row={row} />}
              primary={row.title}
              secondary={row.ownerTitle ?? undefined}
              trailing={<MilestoneState row={row} />}
            />
          ))}
        </ListRows>
      )}
    </Panel>
  );
}

function MilestoneMark({ row }: { row: MilestoneView }) {
  if (row.doneOn) return <StatusShape status="achieved" />;
  return row.overdueDays > 0 ? <StatusShape status="below_plan" /> : <DataStateDrawing state="not_due" />;
}

function MilestoneState({ row }: { row: MilestoneView }) {
  const t = useT();
  const format = useFormat();
  const due = `${t('projects.due')} ${format.date(row.dueOn)}`;
  const state = row.doneOn
    ? t('projects.doneOn', { date: format.date(row.doneOn) })
    : row.overdueDays > 0
      ? t('projects.overdueBy', { days: format.number(row.overdueDays) })
      : t('projects.notYet');
  return (
    <span className="milestone-state">
      <span>{due}</span>
      <span className={row.overdueDays > 0 ? 'is-below_plan strong' : 'quiet'}>{state}</span>
    </span>
  );
}
