import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '#db/connect.ts';
import { embeddedUrls } from '#db/embedded/urls.ts';
import { holdEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { loadReference } from '#db/reference/load.ts';
import type { DatabaseUrls } from '#db/roles.ts';
import { makeServerDatabase } from './server.ts';

/** How a test file reaches the server; adminUrl makes and drops databases and is for nothing else. */
export interface TestServer {
  template: DatabaseUrls;
  adminUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

interface Started {
  server: TestServer;
  end(): Promise<void>;
}

/** Starts a real Postgres once, with one migrated template database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL ?? process.env.DATABASE_URL;
  const { server, end } = given ? await onServer(given) : await embedded();
  await fillTemplate(server.template).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  project.provide('testServer', server);
  return end;
}

async function fillTemplate(urls: DatabaseUrls): Promise<void> {
  await migrate(urls);
  const sql = connect(urls.owner, { max: 1 });
  await loadReference(sql).finally(() => sql.end());
}

async function embedded(): Promise<Started> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-test-'));
  fs.chmodSync(dataDir, 0o755);
  const hold = await holdEmbedded({ dataDir });
  return {
    server: { template: embeddedUrls(hold), adminUrl: hold.url('postgres', 'postgres') },
    end: async () => {
      await hold.release();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function onServer(adminUrl: string): Promise<Started> {
  const { urls, end } = await makeServerDatabase(adminUrl);
  return { server: { template: urls, adminUrl }, end };
}
