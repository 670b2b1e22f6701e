import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findPlace } from '#db/embedded/place.ts';
import { makeDataDir } from '#tests/setup/suite.ts';
import { cleanup } from './folders.ts';

describe('where the data lie', () => {
  const root = process.getuid?.() === 0;
  const nobody = { uid: 65_534, gid: 65_534 };

  test.runIf(root)(
    'outside: a copy is refused, a moved folder takes it along, a new one at the old path starts empty',
    () => {
      const home = makeDataDir();
      fs.chmodSync(home, 0o700);
      const [first, second] = [path.join(home, 'first'), path.join(home, 'second')];
      const remember: string[] = [];
      cleanup.push(() =>
        [home, ...remember, ...remember.map((folder) => `${folder}.set-aside`)].forEach((folder) =>
          fs.rmSync(folder, { recursive: true, force: true }),
        ),
      );
      const find = (folder: string) => {
        const { clusterDir } = findPlace(folder, '18', nobody);
        remember.push(path.dirname(clusterDir));
        return clusterDir;
      };
      const clusterDir = find(first);
      fs.writeFileSync(path.join(first, 'postgres', 'passwords.json'), '{}');
      fs.cpSync(first, second, { recursive: true });
      expect(() => find(second)).toThrow(/is a copy of the data folder .*first/);
      fs.rmSync(second, { recursive: true });
      fs.renameSync(first, second);
      expect(find(second)).toBe(clusterDir);
      expect(find(first)).not.toBe(clusterDir);
      expect(fs.existsSync(path.dirname(clusterDir))).toBe(true);
      expect(find(second)).toBe(clusterDir);
    },
  );

  test.runIf(root)(
    'outside a data folder that Postgres cannot walk to: named by its identity, never in a temporary folder',
    () => {
      const closed = [makeDataDir(), makeDataDir()];
      closed.forEach((folder) => fs.chmodSync(folder, 0o700));
      const places = closed.map((folder) => findPlace(path.join(folder, 'data'), '18', nobody));
      cleanup.push(() => {
        for (const { clusterDir, dataDir } of places)
          [path.dirname(clusterDir), path.dirname(dataDir)].forEach((folder) =>
            fs.rmSync(folder, { recursive: true, force: true }),
          );
      });
      expect(places[0]!.clusterDir).toMatch(/^\/var\/lib\/executive-dashboard-suite\/[0-9a-f]{16}\/pg18$/);
      expect(places[0]!.clusterDir).not.toBe(places[1]!.clusterDir);
      expect(findPlace(path.join(closed[0]!, 'data'), '18', nobody).clusterDir).toBe(places[0]!.clusterDir);
    },
  );

  test('inside the data folder where Postgres can walk to it, also after its mode changed', () => {
    const folder = makeDataDir();
    cleanup.push(() => fs.rmSync(folder, { recursive: true, force: true }));
    const first = findPlace(folder, '18', root ? nobody : {});
    expect(first.clusterDir).toBe(path.join(fs.realpathSync(folder), 'pg18'));
    fs.chmodSync(folder, 0o700);
    expect(findPlace(folder, '18', root ? nobody : {}).clusterDir).toBe(first.clusterDir);
  });
});
