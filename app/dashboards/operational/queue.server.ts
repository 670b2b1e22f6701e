import { formatPeriodCode } from '#domain/format/period.ts';
import { levelOfUnit } from '#domain/hierarchy/levels.ts';
import { mayDo } from '#domain/hierarchy/roles.ts';
import { bangkokDateOf, daysBetween } from '#domain/time/fiscal-calendar.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { getDueMilestones } from '#db/reads/due-milestones.ts';
import { getLateSelfAssessments } from '#db/reads/late-self-assessments.ts';
import type { OperationsScope } from '#db/reads/operations-scope.ts';
import { getOwedReports, type OwedReport } from '#db/reads/owed-reports.ts';
import { getTroubledRuns, getWaitingRuns, type RunToAct } from '#db/reads/runs-to-act.ts';
import type { Tx } from '#db/connect.ts';
import type { Queue, QueueKind, QueueRow } from './operational-view.ts';
import { sortQueue } from './queue.ts';

type Args = { scope: OperationsScope; viewer: Viewer; show: QueueKind | null; limit: number };

/** Everything that waits for somebody in one list, worst first, with the four counts that filter it. */
export async function getQueue(tx: Tx, { scope, viewer, show, limit }: Args): Promise<Queue> {
  const args = { ...scope, limit };
  const [owed, milestones, assessments, troubled, waiting] = await Promise.all([
    getOwedReports(tx, args),
    getDueMilestones(tx, args),
    getLateSelfAssessments(tx, args),
    getTroubledRuns(tx, args),
    getWaitingRuns(tx, { ...args, level: levelOfUnit(viewer.unit.level) }),
  ]);
  const due = (isLate: boolean) =>
    totalOf(owed.filter((row) => row.isLate === isLate)) + totalOf(milestones.filter((row) => row.isLate === isLate));
  const counts = {
    overdue: due(true) + totalOf(assessments),
    soon: due(false),
    rejected: totalOf(troubled),
    waiting: totalOf(waiting),
  };
  const rows = sortQueue([
    ...owed.map((row) => toReport(row, scope, viewer)),
    ...milestones.map((row): QueueRow => ({
      about: 'milestone',
      key: `milestone:${row.projectCode}:${row.isLate}`,
      kind: row.isLate ? 'overdue' : 'soon',
      unitName: row.unitName,
      unitShortName: row.unitShortName,
      ownerTitle: row.ownerTitle,
      ownerName: null,
      days: daysBetween(row.dueOn, scope.day),
      href: `/projects/${encodeURIComponent(row.projectCode)}`,
      project: row.projectName,
      title: row.title,
      milestones: row.milestones,
    })),
    ...assessments.map((row): QueueRow => ({
      about: 'self_assessment',
      key: `assessment:${row.agreementId}`,
      kind: 'overdue',
      unitName: row.unitName,
      unitShortName: row.unitShortName,
      ownerTitle: row.makerTitle,
      ownerName: null,
      days: daysBetween(row.dueOn, scope.day),
      href: `/agreements/${row.agreementId}`,
      fiscalYear: row.fiscalYear,
      round: row.round,
      kpis: row.kpis,
      missing: row.kpis - row.kpisReported,
    })),
    ...troubled.map((row) => toRun(row, scope, 'rejected', viewer)),
    ...waiting.map((row) => toRun(row, scope, 'waiting', viewer)),
  ]).filter((row) => show === null || row.kind === show);
  const total = show === null ? Object.values(counts).reduce((sum, count) => sum + count, 0) : counts[show];
  return { counts, rows: rows.slice(0, limit), total };
}

/** Each row carries how many there are of its kind in all. */
const totalOf = (rows: readonly { total: number }[]): number => rows[0]?.total ?? 0;

function toReport(row: OwedReport, { day, language }: OperationsScope, viewer: Viewer): QueueRow {
  const isOwn = row.unitCode === viewer.unit.code;
  return {
    about: 'report',
    key: `report:${row.unitCode}:${row.feedCode}:${row.isLate}`,
    kind: row.isLate ? 'overdue' : 'soon',
    unitName: row.unitName,
    unitShortName: row.unitShortName,
    ownerTitle: row.ownerTitle,
    ownerName: row.ownerName,
    days: daysBetween(row.dueOn, day),
    href: row.feedCode ? `/feeds/${encodeURIComponent(row.feedCode)}` : `/units/${row.unitCode}`,
    feedName: row.feedName,
    periodName: formatPeriodCode(row.periodCode, language),
    periods: row.periods,
    maySend: isOwn && mayDo(viewer.actsAs, 'load'),
  };
}

function toRun(row: RunToAct, { day }: OperationsScope, kind: 'rejected' | 'waiting', viewer: Viewer): QueueRow {
  const isSender = row.level === levelOfUnit(viewer.unit.level);
  return {
    about: 'run',
    key: `run:${kind}:${row.id}`,
    kind,
    unitName: row.unitName,
    unitShortName: row.unitShortName,
    ownerTitle: row.ownerTitle,
    ownerName: row.ownerName,
    days: daysBetween(bangkokDateOf(row.decidedAt ?? row.startedAt), day),
    href: `/runs/${row.id}`,
    run: row.id,
    feedName: row.feedName,
    state: kind === 'waiting' ? 'waiting' : toTrouble(row),
    rejected: row.rejected,
    mayDecide: kind === 'waiting' && !isSender && mayDo(viewer.actsAs, 'accept'),
  };
}

function toTrouble({ isReturned, status }: RunToAct): 'returned' | 'refused' | 'failed' | 'rejections' {
  if (isReturned) return 'returned';
  return status === 'refused' || status === 'failed' ? status : 'rejections';
}
