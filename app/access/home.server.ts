import { landingPath } from '#domain/hierarchy/roles.ts';
import { translator } from '#domain/messages/translate.ts';
import type { Tx } from '#db/connect.ts';
import { getSetUp } from '#db/reads/set-up.ts';
import type { HomeView } from './home-view.ts';
import type { Viewer } from './viewer.ts';

/** Where the viewer lands; while nothing was published yet, the steps to the first number and which of them are done. */
export async function getHome(tx: Tx, viewer: Viewer): Promise<{ landing: string } | HomeView> {
  const mayWait = viewer.role === 'officer' || viewer.role === 'bureau';
  if (viewer.publication || mayWait) return { landing: landingPath(viewer.actsAs, viewer.role) };
  const done = await getSetUp(tx);
  return {
    title: translator(viewer.language)('home.title'),
    isAdministrator: viewer.role === 'admin',
    steps: [
      { code: 'people', isDone: done.people > 1 },
      { code: 'indicators', isDone: done.indicators > 0 },
      { code: 'readings', isDone: false },
    ],
  };
}
