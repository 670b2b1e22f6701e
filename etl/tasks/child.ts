/** Child of the worker: `upload <id> <attempt>` loads what a person sent, `pull [feed]` what a source has. */
import { openClock } from '#db/clock.ts';
import { connect } from '#db/connect.ts';
import { endWithParent } from '#db/lifeline.ts';
import { readEtlEnv } from '../env.ts';
import { pullFeeds } from '../sources/pull-feed.ts';
import { loadUpload } from './load-upload.ts';

endWithParent();
const [task, subject, attempt] = process.argv.slice(2);
const env = readEtlEnv(process.env);
const sql = connect(env.loginUrls.etl!, { max: 4, name: 'suite load' });
const clock = await openClock(sql, env);
if (task === 'upload') await loadUpload({ sql, clock, uploadId: subject!, attempt: Number(attempt) });
else await pullFeeds({ sql, clock, tokenOf: env.tokenOf, ...(subject === undefined ? {} : { feedCode: subject }) });
await sql.end({ timeout: 2 });
process.exit(0);
