import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { connect } from '#db/connect.ts';
import { holdEmbedded } from '#db/embedded.ts';
import { answers, dataFolder, untilEnded } from './folders.ts';

describe('a copied data folder', () => {
  /** One more table; answers how many there were. */
  const makeTable = async (url: string) => {
    const sql = connect(url, { max: 1 });
    const [row] = await sql<
      { tables: number }[]
    >`select count(*)::int as tables from pg_tables where schemaname = 'public'`;
    await sql`create table ${sql(`made_${Date.now()}`)} ()`;
    await sql.end();
    return row!.tables;
  };

  /** A data folder with one table in it, which nobody uses any more. */
  const usedFolder = async () => {
    const dataDir = dataFolder();
    const hold = await holdEmbedded({ dataDir });
    await makeTable(hold.url('app'));
    await hold.release();
    await untilEnded(dataDir);
    return dataDir;
  };

  test('has a database of its own, also while the original runs', async () => {
    const [original, copy] = [await usedFolder(), dataFolder()];
    fs.cpSync(original, copy, { recursive: true, preserveTimestamps: true, verbatimSymlinks: true });
    giveCluster(copy, original);
    const [one, other] = [await holdEmbedded({ dataDir: original }), await holdEmbedded({ dataDir: copy })];
    expect(new URL(one.url('app')).port).not.toBe(new URL(other.url('app')).port);
    expect(await makeTable(one.url('app'))).toBe(1);
    expect(await makeTable(one.url('app'))).toBe(2);
    expect(await makeTable(other.url('app'))).toBe(1);
    await Promise.all([one.release(), other.release()]);
  });

  test('without the cluster, and made while the original runs, joins nothing and is told what to do', async () => {
    const [original, copy] = [dataFolder(), dataFolder()];
    const hold = await holdEmbedded({ dataDir: original });
    fs.cpSync(path.join(original, 'postgres'), path.join(copy, 'postgres'), { recursive: true });
    await expect(holdEmbedded({ dataDir: copy })).rejects.toThrow(
      /is a copy of the data folder .* Write a backup there/,
    );
    expect(await answers(hold.url('app'))).toBe(true);
    await hold.release();
  });

  test('a folder that was moved keeps its database', async () => {
    const [original, moved] = [await usedFolder(), dataFolder()];
    fs.rmdirSync(moved);
    fs.renameSync(original, moved);
    fs.mkdirSync(original, { mode: 0o755 });
    const [fresh, after] = [await holdEmbedded({ dataDir: original }), await holdEmbedded({ dataDir: moved })];
    expect([await makeTable(fresh.url('app')), await makeTable(after.url('app'))]).toEqual([0, 1]);
    await Promise.all([fresh.release(), after.release()]);
  });
});

/** cp -a keeps the account of Postgres; Node's copy belongs to whoever copies. */
function giveCluster(copy: string, original: string): void {
  const { uid, gid } = fs.statSync(path.join(original, 'pg18'));
  const cluster = path.join(copy, 'pg18');
  fs.chmodSync(cluster, 0o700);
  for (const name of ['.', ...fs.readdirSync(cluster, { recursive: true, encoding: 'utf8' })])
    fs.lchownSync(path.join(cluster, name), uid, gid);
}
