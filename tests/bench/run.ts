/** `npm run bench -- etl|pages|client [--rows n]`: prints figures and ratios, and always ends with 0: a busy machine fails nothing. */
import os from 'node:os';
import { parseArgs } from 'node:util';

const benches: Record<string, (rows: number | undefined) => Promise<void>> = {
  etl: async (rows) => (await import('./etl.ts')).benchEtl(rows),
  pages: async (rows) => (await import('./pages.ts')).benchPages(rows),
  client: async () => (await import('./client.ts')).benchClient(),
};

const { values, positionals } = parseArgs({ options: { rows: { type: 'string' } }, allowPositionals: true });
const rows = values.rows === undefined ? undefined : Number(values.rows);
const names = positionals.length > 0 ? positionals : Object.keys(benches);

console.log(`npm run bench -- ${process.argv.slice(2).join(' ')}`.trimEnd());
console.log(
  `${os.availableParallelism()} cores (${os.cpus()[0]?.model.trim()}), load ${os.loadavg()[0]!.toFixed(1)}, Node ${process.version}`,
);
for (const name of names) {
  const bench = benches[name];
  if (!bench || (rows !== undefined && !(rows > 0))) {
    console.log(`Known: ${Object.keys(benches).join(', ')}; --rows takes a number of readings.`);
    break;
  }
  console.log(`\n── ${name}`);
  await bench(rows).catch((error: Error) => console.log(`not measured: ${error.stack}`));
}
process.exit(0);
