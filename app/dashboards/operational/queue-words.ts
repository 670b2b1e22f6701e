import { useFormat } from '#app/components/format.ts';
import { useT } from '#app/components/words.tsx';
import type { QueueRow } from './operational-view.ts';
import { toOwnerWords } from './owner-words.ts';

/** Letters of a line beneath a matter, on the narrowest tablet: on the board, and in the whole list. */
const LONGEST_OWNER = { board: 44, page: 66 };

export type QueueWords = { what: string; when: string; who: string; button: string };

/** The words of one row: what it is, how late, whose it is (the office before the person), and the one thing to do. */
export function useQueueWords(row: QueueRow, isWhole: boolean): QueueWords {
  const t = useT();
  const who = toOwnerWords(row, t('operational.ownerUnknown'), isWhole ? LONGEST_OWNER.page : LONGEST_OWNER.board);
  return { what: useWhat(row), when: useWhen(row), who, button: t(`operational.${buttonOf(row)}`) };
}

function useWhat(row: QueueRow): string {
  const t = useT();
  const f = useFormat();
  switch (row.about) {
    case 'report': {
      const feed = row.feedName ?? t('operational.reportNoFeed');
      return row.periods > 1
        ? t('operational.reportPeriods', { feed, periods: f.number(row.periods), period: row.periodName })
        : t('operational.report', { feed, period: row.periodName });
    }
    case 'milestone':
      return row.milestones > 1
        ? t('operational.milestones', { project: row.project, title: row.title, more: f.number(row.milestones - 1) })
        : t('operational.milestone', { project: row.project, title: row.title });
    case 'run':
      return t('operational.run', { feed: row.feedName ?? row.unitName, run: row.run });
    case 'self_assessment':
      return t('operational.selfAssessment', {
        round: f.round(row.round),
        year: f.fiscalYear(row.fiscalYear),
        missing: f.number(row.missing),
        kpis: f.number(row.kpis),
      });
  }
}

function useWhen(row: QueueRow): string {
  const t = useT();
  const f = useFormat();
  const days = f.number(Math.abs(row.days));
  if (row.about === 'run') {
    if (row.state === 'waiting') return row.days > 0 ? t('operational.waitDays', { days }) : t('operational.waitToday');
    return row.state === 'rejections'
      ? t('operational.rejectedRecords', { count: f.number(row.rejected) })
      : t(`operational.${row.state === 'returned' ? 'returned' : 'refused'}`);
  }
  if (row.kind === 'overdue') return t('operational.lateDays', { days });
  return row.days === 0 ? t('operational.dueToday') : t('operational.inDays', { days });
}

function buttonOf(row: QueueRow) {
  switch (row.about) {
    case 'report':
      return row.maySend ? 'send' : 'seeFeed';
    case 'milestone':
      return 'seeProject';
    case 'self_assessment':
      return 'seeAgreement';
    case 'run':
      if (row.mayDecide) return 'decide';
      return row.kind === 'rejected' ? 'seeRejected' : 'seeRun';
  }
}
