import { formatPeriodCode } from '#domain/format/period.ts';
import { mayDo } from '#domain/hierarchy/roles.ts';
import { translator } from '#domain/messages/translate.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { panels } from '#app/access/viewer.server.ts';
import { lastMonths, toDeliveries } from '#app/dashboards/operational/deliveries-series.ts';
import { getFeedDeliveries } from '#db/reads/deliveries.ts';
import { getFeed, getFeedDuties, getFeedList, getFeedRuns, type Feed } from '#db/reads/feeds.ts';
import { getOwnUnitIds } from '#db/reads/live.ts';
import type { Tx } from '#db/connect.ts';
import type { FeedView } from './feeds-view.ts';
import { formHrefOf } from './empty-form.ts';
import { getUploadStates } from './feeds.server.ts';
import { mappingTitle } from './reading-words.server.ts';

const RUNS_A_PAGE = 15;
const MONTHS = 6;

/** One feed: what it is, what it owes next, who delivered when, and every run. 404 where it is not to be seen. */
export async function getFeedView(
  tx: Tx,
  viewer: Viewer,
  { code, page = 1 }: { code: string; page?: number },
): Promise<FeedView> {
  const { language } = viewer;
  const feed = await getFeed(tx, { code, language });
  if (!feed) throw new Response(null, { status: 404 });
  const day = viewer.publication?.asOfOn ?? bangkokDateOf(viewer.now);
  const isOwn = (await getOwnUnitIds(tx)).includes(feed.unitId);
  const read = await panels(tx, {
    next: (inner) => getNext(inner, feed, day, language),
    duties: (inner) => getFeedDuties(inner, { feedId: feed.id }),
    deliveries: async (inner) => {
      const cells = await getFeedDeliveries(inner, { unitId: feed.unitId, asOf: null, day, language, months: MONTHS });
      return toDeliveries(
        cells.filter(({ key }) => key === code),
        'feeds',
        lastMonths(day, MONTHS),
      );
    },
    runs: (inner) => getRunsPage(inner, feed.id, page),
    uploads: (inner) => getUploadStates(inner, viewer, code),
  });
  return {
    title: translator(language)('feeds.feedPlain', { feed: feed.name }),
    publicationId: viewer.publication?.id ?? null,
    asOfOn: day,
    feed: toHead(feed, language),
    maySend: isOwn && feed.isActive && mayDo(viewer.actsAs, 'load'),
    ...read,
  };
}

async function getNext(tx: Tx, { unitId, code }: Feed, day: string, language: Viewer['language']) {
  const all = await getFeedList(tx, { unitId, day, isOwn: true, limit: 100, language });
  const next = all.find((row) => row.code === code);
  return {
    dueOn: next?.dueOn ?? null,
    periodName: next?.periodCode ? formatPeriodCode(next.periodCode, language) : null,
    latePeriods: next?.latePeriods ?? 0,
  };
}

async function getRunsPage(tx: Tx, feedId: number, page: number) {
  const rows = await getFeedRuns(tx, { feedId, limit: RUNS_A_PAGE, offset: (Math.max(1, page) - 1) * RUNS_A_PAGE });
  const pages = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / RUNS_A_PAGE));
  return {
    rows: rows.map(({ id, status, at, read, accepted, unchanged, rejected, decision }) => ({
      id,
      status,
      at,
      read,
      accepted,
      unchanged,
      rejected,
      decision,
    })),
    page,
    pages: Math.max(pages, page),
  };
}

function toHead(feed: Feed, language: Viewer['language']): FeedView['feed'] {
  const {
    code,
    name,
    unitCode,
    unitName,
    dataset,
    mapping,
    frequency,
    lagDays,
    classification,
    hasSource,
    schedule,
    level,
  } = feed;
  // Of the levels above the sender, the next one is whose hand counts.
  const acceptsItself = (feed.acceptsItself & (level === 'DOC' ? 2 : 4)) !== 0 || level === 'PMOC';
  return {
    code,
    name,
    unit: { code: unitCode, name: unitName },
    dataset,
    mapping,
    mappingTitle: mappingTitle(language, feed),
    formHref: formHrefOf(feed),
    frequency,
    lagDays,
    classification,
    acceptsItself,
    hasSource,
    schedule,
  };
}
