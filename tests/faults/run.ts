/** `npm run faults -- <name> [times]`: the long runs of what `npm test` does a few times over. */
import { spawnSync } from 'node:child_process';

const FAULTS: Record<string, { file: string; times: number; about: string }> = {
  killed: { file: 'tests/etl/killed-load.test.ts', times: 60, about: 'loads killed at every stage, then run again' },
  siblings: { file: 'tests/etl/siblings.test.ts', times: 50, about: 'twenty departments loading at once' },
  mutated: { file: 'tests/etl/mutated-files.test.ts', times: 5_000, about: 'spoiled files; nothing dropped silently' },
  connection: { file: 'tests/etl/lost-connection.test.ts', times: 1, about: 'the server gone in the middle of a copy' },
};

const [name = '', times] = process.argv.slice(2);
const fault = FAULTS[name];
if (!fault) {
  const lines = Object.entries(FAULTS).map(
    ([key, { about, times: usual }]) => `  ${key.padEnd(12)}${about} (${usual} times)`,
  );
  process.stderr.write(`npm run faults -- <name> [times]\n${lines.join('\n')}\n`);
  process.exit(64);
}
const env = { ...process.env, FAULT_RUNS: times ?? String(fault.times) };
process.exit(spawnSync('npx', ['vitest', 'run', '--project', 'db', fault.file], { stdio: 'inherit', env }).status ?? 1);
