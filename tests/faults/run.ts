/** `npm run faults -- <name> [--count n]`: the long runs of what `npm test` does a few times over; `files` and `loads` name several. */
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const FAULTS: Record<string, { file: string; times: number; about: string }> = {
  killed: { file: 'tests/etl/killed-load.test.ts', times: 60, about: 'loads killed at every stage, then run again' },
  siblings: { file: 'tests/etl/siblings.test.ts', times: 50, about: 'twenty departments loading at once' },
  twice: { file: 'tests/etl/twice-at-once.test.ts', times: 40, about: 'one feed loaded twice at once' },
  mutated: { file: 'tests/etl/mutated-files.test.ts', times: 5_000, about: 'spoiled files; nothing dropped silently' },
  connection: { file: 'tests/etl/lost-connection.test.ts', times: 1, about: 'the server gone in the middle of a copy' },
  restarted: {
    file: 'tests/etl/restarted-server.test.ts',
    times: 1,
    about: 'the server restarted at every stage of a load',
  },
};
const GROUPS: Record<string, string[]> = {
  files: ['mutated'],
  loads: ['killed', 'siblings', 'twice', 'connection', 'restarted'],
};

const { values, positionals } = parseArgs({ options: { count: { type: 'string' } }, allowPositionals: true });
const [name = '', times] = positionals;
const count = values.count ?? times;
const wanted = GROUPS[name] ?? (FAULTS[name] ? [name] : []);
if (wanted.length === 0 || (count !== undefined && !(Number(count) > 0))) {
  const groups = Object.entries(GROUPS).map(([key, names]) => [key, names.join(', ')] as const);
  const single = Object.entries(FAULTS).map(
    ([key, { about, times: usual }]) => [key, `${about} (${usual} times)`] as const,
  );
  const lines = [...groups, ...single].map(([key, about]) => `  ${key.padEnd(12)}${about}`);
  process.stderr.write(`npm run faults -- <name> [--count n]\n${lines.join('\n')}\n`);
  process.exit(64);
}

const broken = wanted.filter((fault) => {
  const { file, times: usual } = FAULTS[fault]!;
  const env = { ...process.env, FAULT_RUNS: count ?? String(usual) };
  const vitest = ['vitest', 'run', '--project', 'db', file];
  return spawnSync('npx', vitest, { stdio: 'inherit', env }).status !== 0;
});
if (broken.length > 0) console.error(`Did not hold: ${broken.join(', ')}`);
process.exit(broken.length > 0 ? 1 : 0);
