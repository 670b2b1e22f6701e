import { buffer } from 'node:stream/consumers';
import { PassThrough, type Duplex } from 'node:stream';
import { renderToPipeableStream } from 'react-dom/server';
import { expect, test } from 'vitest';
import { withoutNulls } from '#app/server/without-nulls.ts';

const months = Array.from({ length: 2_000 }, (_, index) => 'a'.repeat(index % 3) + 'ก.ค.');

const render = (body: Duplex): Promise<Buffer> => {
  const page = renderToPipeableStream(
    <ul>
      {months.map((month, index) => (
        <li key={index}>{month}</li>
      ))}
    </ul>,
    { onAllReady: () => void page.pipe(body) },
  );
  return buffer(body);
};

test('a page of Thai letters reaches the browser without a byte of zero', async () => {
  const page = await render(withoutNulls());
  expect(page.includes(0)).toBe(false);
  expect(page.toString()).toBe(`<ul>${months.map((month) => `<li>${month}</li>`).join('')}</ul>`);
});

test('the library still sends them: without it this stream may go', async () => {
  expect((await render(new PassThrough())).includes(0)).toBe(true);
});
