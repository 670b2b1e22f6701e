/** `npm run access -- init | person | positions | end | disable | token`: people and their offices, on the server. */
import { parseArgs } from 'node:util';
import { connect } from '#db/connect.ts';
import { EnvironmentError, readDatabaseEnv } from '#db/env.ts';
import { openClock } from '#db/clock.ts';
import { migrate } from '#db/migrate.ts';
import { openDatabase } from '#db/open.ts';
import { serverSentence } from '#db/server-fault.ts';
import { commands, usage } from './commands.server.ts';
import { Mistake } from './mistake.server.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
const complain = (line: string) => void process.stderr.write(`${line}\n`);

process.exit(await run(process.argv.slice(2)));

async function run(args: string[]): Promise<number> {
  const parsed = readArguments(args);
  const command = parsed && commands[parsed.name];
  if (!command) {
    complain(usage);
    return 64;
  }
  try {
    const env = readDatabaseEnv(process.env);
    const database = await openDatabase(env);
    if (parsed.name === 'init') await migrate(database.urls);
    const sql = connect(database.urls.owner, { max: 1, name: 'suite access' });
    try {
      await command({ sql, clock: await openClock(sql, env), isDemonstration: env.demo, say, options: parsed.options });
      return 0;
    } finally {
      await sql.end({ timeout: 2 });
      await database.close();
    }
  } catch (error) {
    const isTold = error instanceof EnvironmentError || error instanceof Mistake;
    complain(isTold ? error.message : (serverSentence(error) ?? (error as Error).stack ?? String(error)));
    return error instanceof Mistake ? 64 : 1;
  }
}

function readArguments(args: string[]): { name: string; options: Record<string, string | undefined> } | null {
  try {
    const text = { type: 'string' } as const;
    const { positionals, values } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        ...{
          login: text,
          'name-th': text,
          'name-en': text,
          title: text,
          person: text,
          position: text,
          unit: text,
          acting: text,
        },
        ...{ aide: { type: 'boolean' }, from: text, to: text, days: text },
      },
    });
    const options = Object.fromEntries(
      Object.entries(values).map(([key, value]) => [key, value === true ? 'yes' : String(value)]),
    );
    return positionals.length === 1 ? { name: positionals[0]!, options } : null;
  } catch (error) {
    complain((error as Error).message);
    return null;
  }
}
