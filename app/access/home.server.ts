import { landingPath } from '#domain/hierarchy/roles.ts';
import { translator } from '#domain/messages/translate.ts';
import { bangkokDateOf, fiscalYearOf } from '#domain/time/fiscal-calendar.ts';
import type { Tx } from '#db/connect.ts';
import { getSetUp, hasLoaded, type SetUp } from '#db/reads/set-up.ts';
import { SET_UP_STEPS, type HomeView } from './home-view.ts';
import type { Viewer } from './viewer.ts';

/**
 * Where the viewer lands; while nothing was loaded yet, that it is so. An administrator is shown the steps to the first number,
 * and which of them are done, until all are.
 */
export async function getHome(tx: Tx, viewer: Viewer): Promise<{ landing: string } | HomeView> {
  const isAdministrator = viewer.actsAs === 'admin';
  const isDone = isAdministrator ? toDone(await getSetUp(tx)) : null;
  const mayWait = viewer.role === 'officer' || viewer.role === 'bureau';
  const isReady = isDone ? SET_UP_STEPS.every((step) => isDone[step]) : mayWait || (await hasLoaded(tx));
  if (isReady) return { landing: landingPath(viewer.actsAs, viewer.role) };
  return {
    title: translator(viewer.language)(isAdministrator ? 'nav.setUp' : 'home.title'),
    isAdministrator,
    fiscalYear: fiscalYearOf(bangkokDateOf(viewer.now)),
    steps: isDone ? SET_UP_STEPS.map((code) => ({ code, isDone: isDone[code] })) : [],
  };
}

function toDone({ people, indicators, feeds, duties, loaded }: SetUp): Record<(typeof SET_UP_STEPS)[number], boolean> {
  return {
    people: people > 1,
    indicators: indicators > 0,
    agreements: loaded.includes('agreement'),
    feeds: feeds > 0,
    duties: duties > 0,
    readings: loaded.includes('reading'),
  };
}
