import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { CopyQueue } from '#etl/staging/copy-queue.ts';

const LINE = 'ก'.repeat(1_000);
/** Enough for several statements of each table. */
const LINES = 9_000;

describe('lines to be copied', () => {
  it('go to their tables in one statement at a time, in order and none lost', async () => {
    const copied: [string, string][] = [];
    let [running, most] = [0, 0];
    const queue = new CopyQueue<string>(async (table, lines) => {
      most = Math.max(most, ++running);
      copied.push([table, await text(lines)]);
      running--;
    });
    for (let i = 0; i < LINES; i++) {
      queue
        .linesOf(i % 3 === 0 ? 'a' : 'b')
        .text(`${i} ${LINE}`)
        .end();
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

  it.each([
    ['at once', () => Promise.reject(new Error('a full disk'))],
    [
      'after some lines',
      async (_: string, lines: AsyncIterable<Buffer>) => {
        for await (const piece of lines) if (piece.length > 0) throw new Error('a full disk');
      },
    ],
  ])('fail %s with what went wrong, and leave nothing under way', async (_, copy) => {
    const queue = new CopyQueue<string>(copy);
    const addMany = async (): Promise<void> => {
      for (let i = 0; i < LINES; i++) {
        queue.linesOf('a').text(LINE).end();
        await queue.send();
      }
      await queue.end();
    };
    await expect(addMany()).rejects.toThrow('a full disk');
    await queue.settle();
  });

  it('break off where they are given up', async () => {
    let broke: unknown = null;
    const queue = new CopyQueue<string>(async (_, lines) => {
      await text(lines).catch((error: unknown) => (broke = error));
    });
    for (let i = 0; i < 1_000; i++) queue.linesOf('a').text(LINE).end();
    await queue.send();
    await queue.settle();
    expect(broke).toMatchObject({ code: 'ERR_STREAM_PREMATURE_CLOSE' });
  });
});
