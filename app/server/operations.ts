import { setTimeout as wait } from 'node:timers/promises';
import type { Express } from 'express';
import { demonstrationNote, getInstallationNote } from '#db/installation.ts';
import { getMissingMigrations } from '#db/migration-files.ts';
import type { HostContext } from './load-context.ts';
import type { Metrics } from './metrics.ts';

/** What stands in the way of serving people, newest publication beside it. */
interface Readiness {
  ready: boolean;
  database: 'reachable' | 'unreachable';
  missingMigrations: string[];
  demonstration: 'loaded' | 'loading' | 'none';
  publication: { id: number; publishedAt: string } | null;
}

/** /healthz (the process lives), /readyz (it can serve people), /metrics (Prometheus text). */
export function addOperations(app: Express, context: HostContext, metrics: Metrics): void {
  app.get('/healthz', (_request, response) => void response.json({ alive: true }));
  app.get('/readyz', (_request, response, next) => {
    getReadiness(context).then((readiness) => response.status(readiness.ready ? 200 : 503).json(readiness), next);
  });
  app.get('/metrics', (_request, response, next) => {
    getReadiness(context).then(
      ({ ready, publication }) =>
        response
          .type('text/plain; version=0.0.4')
          .send(metrics.text({ suite_ready: Number(ready), suite_newest_publication_id: publication?.id ?? 0 })),
      next,
    );
  });
}

/** Whoever asks wants an answer soon, also while the database hangs. */
function getReadiness(context: HostContext): Promise<Readiness> {
  return Promise.race([askDatabase(context), wait(3_000, unreachable, { ref: false })]);
}

const unreachable: Readiness = {
  ready: false,
  database: 'unreachable',
  missingMigrations: [],
  demonstration: 'none',
  publication: null,
};

async function askDatabase({ web, env }: HostContext): Promise<Readiness> {
  try {
    const missingMigrations = await getMissingMigrations(web);
    if (missingMigrations.length > 0)
      return { ready: false, database: 'reachable', missingMigrations, demonstration: 'none', publication: null };
    const loadedAt = env.demo ? await getInstallationNote(web, demonstrationNote) : null;
    const [newest] = await web<
      { id: number; publishedAt: string }[]
    >`select id, published_at as "publishedAt" from access.newest_publication()`;
    const demonstration = !env.demo ? 'none' : loadedAt ? 'loaded' : 'loading';
    return {
      ready: demonstration !== 'loading',
      database: 'reachable',
      missingMigrations,
      demonstration,
      publication: newest ?? null,
    };
  } catch {
    return unreachable;
  }
}
