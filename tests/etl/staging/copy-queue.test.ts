import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { CopyQueue } from '#etl/staging/copy-queue.ts';

const LINE = `${'ก'.repeat(1_000)}\n`;
/** Some pieces. */
const LINES = 9_000;

describe('lines to be copied', () => {
  it('go in pieces to their tables, one piece at a time, in order and none lost', async () => {
    const copied: [string, string][] = [];
    let [running, most] = [0, 0];
    const queue = new CopyQueue<string>(async (table, lines) => {
      most = Math.max(most, ++running);
      await turn();
      copied.push([table, lines.toString('utf8')]);
      running--;
    });
    for (let i = 0; i < LINES; i++) {
      queue.add(i % 3 === 0 ? 'a' : 'b', `${i} ${LINE}`);
      await queue.send();
    }
    await queue.end();
    expect([most, copied.length > 3]).toEqual([1, true]);
    const numbersOf = (table: string) =>
      copied.flatMap(([name, text]) =>
        name === table
          ? text
              .trimEnd()
              .split('\n')
              .map((line) => Number.parseInt(line))
          : [],
      );
    const all = Array.from({ length: LINES }, (_, i) => i);
    expect(numbersOf('a')).toEqual(all.filter((i) => i % 3 === 0));
    expect(numbersOf('b')).toEqual(all.filter((i) => i % 3 !== 0));
  });

  it('fail with what went wrong, and leave nothing under way', async () => {
    const queue = new CopyQueue<string>(() => Promise.reject(new Error('a full disk')));
    queue.add('a', LINE);
    await expect(queue.end()).rejects.toThrow('a full disk');
    await queue.settle();
  });
});
