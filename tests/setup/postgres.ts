import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { connect } from '#db/connect.ts';
import { embeddedUrls } from '#db/embedded/urls.ts';
import { holdEmbedded } from '#db/embedded.ts';
import { migrate } from '#db/migrate.ts';
import { databaseUrls } from '#db/roles.ts';
import type { DatabaseUrls } from '#db/roles.ts';
import { loadReferenceIfThere } from './reference.ts';

/** How a test file reaches the server; superuserUrl makes and drops databases and is for nothing else. */
export interface TestServer {
  template: DatabaseUrls;
  superuserUrl: string;
}

declare module 'vitest' {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/** Starts a real Postgres once, with one migrated template database that every test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL;
  const { server, end } = given ? await onServer(given) : await embedded();
  await migrate(server.template);
  await loadReferenceIfThere(server.template.owner);
  project.provide('testServer', server);
  return end;
}

async function embedded(): Promise<{ server: TestServer; end: () => Promise<void> }> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'suite-test-'));
  fs.chmodSync(dataDir, 0o755);
  const hold = await holdEmbedded({ dataDir });
  return {
    server: { template: embeddedUrls(hold), superuserUrl: hold.url('postgres', 'postgres') },
    end: async () => {
      await hold.release();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** On a server: TEST_DATABASE_URL is a role that may make databases and roles; a throwaway owner keeps row-level security honest. */
async function onServer(superuserUrl: string): Promise<{ server: TestServer; end: () => Promise<void> }> {
  const name = `suite_test_${process.pid}`;
  const admin = connect(superuserUrl, { max: 1 });
  await admin.unsafe(`create role ${name} login createrole nosuperuser password 'test'`);
  await admin.unsafe(`grant ${name} to current_user`);
  await admin.unsafe(`create database ${name} owner ${name}`);
  const owner = new URL(superuserUrl);
  Object.assign(owner, { username: name, password: 'test', pathname: `/${name}` });
  const end = async () => {
    await admin.unsafe(`drop database if exists ${name} with (force)`);
    for (const role of ['web', 'etl', 'read'].map((login) => `${name}_${login}`))
      await admin.unsafe(`drop role if exists ${role}`);
    await admin.unsafe(`drop role if exists ${name}`);
    await admin.end();
  };
  return { server: { template: databaseUrls(owner.href), superuserUrl }, end };
}
