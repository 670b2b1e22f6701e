import { describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { connect } from '#db/connect.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { get, makeContext, useHolder } from '#tests/setup/visitor.ts';

const dg = useHolder('dg', 'dg-03003');
const { database } = dg;
const behind = useDatabase();

describe('replicas', () => {
  const withReplica = async (url: string) => {
    const replica = connect(url, { max: 1, name: 'replica' });
    const context = Object.assign(makeContext(database), { replicas: [replica] });
    const served = await withViewer(
      get('/', dg.token),
      context,
      async (tx) => (await tx`select current_setting('application_name') as name`)[0]!.name as string,
    ).finally(() => replica.end({ timeout: 1 }));
    return served;
  };
  test('one that does not know the session yet is passed over for the primary', async () => {
    expect(await withReplica(behind.urls.web)).toBe('suite');
  });

  test('one that cannot be reached is passed over for the primary', async () => {
    const gone = Object.assign(new URL(database.urls.web), { port: '1' });
    expect(await withReplica(gone.href)).toBe('suite');
  });

  test('one that is as far as the primary serves', async () => {
    expect(await withReplica(database.urls.web)).toBe('replica');
  });
});
