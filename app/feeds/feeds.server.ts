import { formatPeriodCode } from '#domain/format/period.ts';
import { formHrefOf } from './empty-form.ts';
import { levelOfUnit } from '#domain/hierarchy/levels.ts';
import { translator } from '#domain/messages/translate.ts';
import { DUE_SOON_DAYS } from '#domain/status/due-soon.ts';
import { addDays, bangkokDateOf, daysBetween } from '#domain/time/fiscal-calendar.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { panels } from '#app/access/viewer.server.ts';
import { getPagePlace, type PagePlace } from '#app/filters/page-scope.server.ts';
import type { Scope } from '#app/filters/scope-type.ts';
import { getFeedList, type FeedRow } from '#db/reads/feeds.ts';
import { getWaitingRuns, type RunToAct } from '#db/reads/runs-to-act.ts';
import { getOwnUploads } from '#db/reads/uploads.ts';
import type { Tx } from '#db/connect.ts';
import type { DueRow, FeedListItem, FeedsView, UploadState } from './feeds-view.ts';
import { getLastResult } from './last-result.server.ts';

const MOST_FEEDS = 400;
const MOST_WAITING = 5;
const UPLOADS_SINCE_MS = 3_600_000;

/** A data officer's landing: what is due, where to drop it, what became of the last. Other offices get the list of feeds. */
export async function getFeedsView(tx: Tx, viewer: Viewer, parameters: Scope): Promise<FeedsView> {
  const page = await getPagePlace(tx, viewer, parameters);
  const frame = {
    title: translator(viewer.language)('feeds.title', { unit: page.unit.name }),
    unit: { code: page.unit.code, name: page.unit.name },
    publicationId: page.publication?.id ?? null,
    asOfOn: page.day,
  };
  const isOwn = viewer.actsAs === 'officer' && page.unit.id === viewer.unit.id;
  const list = await getFeedList(tx, {
    unitId: page.unit.id,
    day: page.day,
    isOwn,
    limit: MOST_FEEDS,
    language: viewer.language,
  });
  if (!isOwn)
    return {
      ...frame,
      kind: 'list',
      feeds: list.map((row) => toListItem(row, viewer)),
      late: list.filter(({ latePeriods }) => latePeriods > 0).length,
    };
  const soonOn = addDays(page.day, DUE_SOON_DAYS);
  const { waiting, ...read } = await panels(tx, {
    waiting: (inner) => getWaiting(inner, viewer, page),
    uploads: (inner) => getUploadStates(inner, viewer),
    last: (inner) => getLastResult(inner, viewer, list),
  });
  const runs = waiting.ok ? waiting.value : [];
  return {
    ...frame,
    kind: 'officer',
    counts: {
      late: list.filter(({ latePeriods }) => latePeriods > 0).length,
      soon: list.filter(({ latePeriods, dueOn }) => latePeriods === 0 && dueOn !== null && dueOn <= soonOn).length,
      waiting: runs[0]?.total ?? 0,
    },
    due: waiting.ok ? { ok: true, value: toDue(viewer, page, list, runs) } : waiting,
    choices: list.map((feed) => ({ code: feed.code, name: feed.name, formHref: formHrefOf(feed) })),
    ...read,
  };
}

/** Runs below that wait for this officer's decision; a department has nobody below. */
async function getWaiting(tx: Tx, viewer: Viewer, page: PagePlace): Promise<RunToAct[]> {
  const level = levelOfUnit(viewer.unit.level);
  if (level === 'DOC') return [];
  const { day, unit } = page;
  const scope = { unitId: unit.id, asOf: null, day, soonOn: day, until: null, language: viewer.language };
  return getWaitingRuns(tx, { ...scope, level, limit: MOST_WAITING });
}

/** Late ones first, then what waits for this officer's decision, then what comes next. */
function toDue(
  { language }: Viewer,
  { day }: PagePlace,
  list: readonly FeedRow[],
  runs: readonly RunToAct[],
): DueRow[] {
  const own = list.map((row): DueRow & { about: 'feed' } => ({
    about: 'feed',
    key: row.code,
    code: row.code,
    name: row.name,
    dueOn: row.dueOn,
    periodName: row.periodCode === null ? null : formatPeriodCode(row.periodCode, language),
    latePeriods: row.latePeriods,
    indicators: row.indicators,
    days: row.dueOn === null ? null : daysBetween(row.dueOn, day),
  }));
  const waiting = runs.map((run): DueRow => ({
    about: 'waiting',
    key: `run:${run.id}`,
    run: run.id,
    name: run.feedName ?? run.unitName,
    unitName: run.unitName,
    days: daysBetween(bangkokDateOf(run.decidedAt ?? run.startedAt), day),
  }));
  const isLate = ({ latePeriods }: { latePeriods: number }) => latePeriods > 0;
  return [...own.filter(isLate), ...waiting, ...own.filter((row) => !isLate(row))];
}

/** What this person sent that is no run yet. */
export async function getUploadStates(tx: Tx, viewer: Viewer, feedCode?: string): Promise<UploadState[]> {
  const since = new Date(viewer.now.getTime() - UPLOADS_SINCE_MS);
  const uploads = await getOwnUploads(tx, { since, limit: 20 });
  return uploads.flatMap(({ id, name, status, runId, feedCode: of }) =>
    runId === null && (status === 'waiting' || status === 'running' || status === 'failed') && (feedCode ?? of) === of
      ? [{ id, name, status }]
      : [],
  );
}

function toListItem(row: FeedRow, { language }: Viewer): FeedListItem {
  const { code, name, unitName, dueOn, latePeriods, lastRunId, lastStatus, lastAt } = row;
  return {
    code,
    name,
    unitName,
    dueOn,
    periodName: row.periodCode === null ? null : formatPeriodCode(row.periodCode, language),
    latePeriods,
    lastRunId,
    lastStatus,
    lastAt,
  };
}
