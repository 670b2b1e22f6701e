import { expect, it } from 'vitest';
import { CopyBuffer } from '#etl/staging/copy-buffer.ts';

it('gives the lines as UTF-8, however long one is and whatever it is written in', () => {
  const lines = new CopyBuffer();
  const given = ['a\n', `${'ก'.repeat(200_000)}\n`, `${'😀'.repeat(100_000)}\n`, 'b\n'];
  for (const line of given) lines.add(line);
  expect(lines.take()!.toString('utf8') === given.join('')).toBe(true);
});

it('gives nothing twice, and leaves alone what it gave', () => {
  const lines = new CopyBuffer();
  expect(lines.take()).toBeNull();
  lines.add('first\n');
  const first = lines.take()!;
  expect(lines.take()).toBeNull();
  lines.add('other\n');
  expect([first.toString(), lines.take()!.toString()]).toEqual(['first\n', 'other\n']);
});
