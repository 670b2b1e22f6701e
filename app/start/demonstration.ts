/** Child of `npm start`: loads the demonstration feeds through the ETL and notes that all are in. Killed, it goes on next time. */
import { loadDemonstration } from '#etl/demo/load.ts';
import { openClock } from '#db/clock.ts';
import { connect } from '#db/connect.ts';
import { readDatabaseEnv } from '#db/env.ts';
import { demonstrationNote, noteInstallation } from '#db/installation.ts';
import { endWithParent } from '#db/lifeline.ts';
import { openDatabase } from '#db/open.ts';

endWithParent();
const env = readDatabaseEnv(process.env);
const { urls } = await openDatabase(env);
// A crash of Postgres may take the last moments with it; what is missing then is loaded again.
const sql = connect(urls.etl, { max: 7, name: 'suite demonstration', settings: { synchronous_commit: 'off' } });
const owner = connect(urls.owner, { max: 1, name: 'suite demonstration people' });
const clock = await openClock(sql, env);
await loadDemonstration({
  sql,
  owner,
  dataDir: env.dataDir,
  clock,
  onProgress: (progress) => void process.send?.(progress),
});
await noteInstallation(sql, demonstrationNote, clock.now().toISOString());
process.exit(0);
