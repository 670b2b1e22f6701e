import { describe, expect, it } from 'vitest';
import { READING_HEAD, useEtl } from './suite.ts';

const { folder, load } = useEtl();
/** How many files; the long run asks for more. */
const FILES = Number(process.env.FAULT_RUNS ?? 100);
const RECORDS = 40;
const UNITS = ['03003', '03004', '03005', '03006', '03008'];
const record = (i: number): string =>
  `FN-01,${UNITS[i % 5]},25${60 + Math.floor(i / 5)}-10,${i + 1},,,reported,"note, ${i}"`;

/** A small generator with a seed: a failing file can be made again. */
function randomOf(seed: number): (below: number) => number {
  let state = seed * 2_654_435_761;
  return (below) => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 0x9e3779b9) >>> 0;
    return state % below;
  };
}

type Mutation = (lines: string[], random: (below: number) => number) => string[];
const at = (lines: string[], i: number, change: (line: string) => string): string[] =>
  lines.map((line, n) => (n === i ? change(line) : line));
const mutations: Record<string, Mutation> = {
  'a lost quote': (lines, random) => at(lines, random(lines.length), (line) => line.replace(/"$/, '')),
  'a stray quote': (lines, random) => at(lines, random(lines.length), (line) => line.replace(',', ',"')),
  'a lost cell': (lines, random) => at(lines, random(lines.length), (line) => line.replace(',', '')),
  'an extra cell': (lines, random) => at(lines, random(lines.length), (line) => `${line},x`),
  'a broken number': (lines, random) =>
    at(lines, random(lines.length), (line) => line.replace(/,(\d+),,,/, ',1,2,3,,,')),
  'a doubled line': (lines, random) => lines.flatMap((line, n) => (n === random(lines.length) ? [line, line] : [line])),
  'a null byte': (lines, random) => at(lines, random(lines.length), (line) => line.replace('note', 'no\u0000te')),
  'a cut end': (lines, random) => at(lines, lines.length - 1, (line) => line.slice(0, 1 + random(line.length - 1))),
  'another era': (lines, random) => at(lines, random(lines.length), (line) => line.replace(/,25(\d\d)-/, ',20$1-')),
  'a blank line': (lines, random) => lines.flatMap((line, n) => (n === random(lines.length) ? ['', line] : [line])),
};

describe('mutated files', () => {
  it('never drop a record silently, and the counts add up, however a file is spoiled', async () => {
    await load(folder.write('whole.csv', `${READING_HEAD}${record(0)}\n`)); // makes the feed
    const names = Object.keys(mutations);
    for (let seed = 1; seed <= FILES; seed++) {
      const random = randomOf(seed);
      let lines = Array.from({ length: RECORDS }, (_, i) => record(i));
      const used = [names[seed % names.length]!, names[random(names.length)]!];
      for (const name of used) lines = mutations[name]!(lines, random);
      const path = folder.write(`mutated-${seed}.csv`, `${READING_HEAD}${lines.join('\n')}\n`);
      const run = await load(path, { dryRun: true, feedCode: 'reading-PMOC' });
      const written = lines.filter((line) => line.trim() !== '').length;
      const told = `seed ${seed}: ${used.join(' + ')}`;
      expect([told, run.read], told).toEqual([told, written]);
      expect(run.accepted + run.unchanged + run.rejected, told).toBe(run.read);
    }
  }, 3_600_000);
});
