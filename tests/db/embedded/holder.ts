/** A process that holds the embedded Postgres of a data folder until it is killed or told to let go. */
import { connect } from '#db/connect.ts';
import { holdEmbedded } from '#db/embedded.ts';

const hold = await holdEmbedded({ dataDir: process.argv[2]! });
const sql = connect(hold.url('app'), { max: 1 });
const [row] = await sql<{ pid: number }[]>`select pg_postmaster_start_time()::text as started, 1 as pid`;
await sql.end();
process.send?.({ url: hold.url('app'), started: (row as unknown as { started: string }).started });
process.on('message', () => void hold.release().then(() => process.exit(0)));
