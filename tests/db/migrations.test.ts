import { expect, test } from 'vitest';
import { getMissingMigrations } from '#db/migration-files.ts';
import { useDatabase } from '#tests/setup/database.ts';

const database = useDatabase();

test('every migration is applied to the template database', async () => {
  expect(await getMissingMigrations(database.owner)).toEqual([]);
});
