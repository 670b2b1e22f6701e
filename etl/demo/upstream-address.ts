import type { Sql } from '#db/connect.ts';
import { noteInstallation } from '#db/installation.ts';

/** The key of the demonstration's own source; a real source's key stands in PULL_TOKEN. */
export const DEMO_PULL_TOKEN = 'demonstration';

/** One source per level: a department, a ministry and the centre; feed code → path and how often it is pulled. */
export const UPSTREAM_FEEDS: Readonly<Record<string, { path: string; schedule: string }>> = {
  'reading-11009': { path: '/doc/reading-11009.csv', schedule: '*/10 * * * *' },
  'reading-08000': { path: '/moc/reading-08000.json', schedule: '5-59/10 * * * *' },
  'milestone-PMOC': { path: '/pmoc/milestone-PMOC.csv', schedule: '7-59/10 * * * *' },
};

export const upstreamNote = 'demonstration_upstream';

/** Says where the demonstration's source listens now: noted for feeds to come, written into those that stand. */
export async function noteUpstream(sql: Sql, url: string): Promise<void> {
  await noteInstallation(sql, upstreamNote, url);
  for (const [code, { path, schedule }] of Object.entries(UPSTREAM_FEEDS)) {
    await sql`update feed set source_url = ${new URL(path, url).href}, schedule = coalesce(schedule, ${schedule}) where code = ${code}`;
  }
}
