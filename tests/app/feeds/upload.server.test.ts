import { describe, expect, it } from 'vitest';
import { csrfTokenOf } from '#app/access/csrf.server.ts';
import { receiveUpload } from '#app/feeds/receive-upload.server.ts';
import { mostUploadBytes } from '#app/feeds/upload-limit.ts';
import { uploadRefusal as english } from '#domain/messages/en/upload-refusal.ts';
import { uploadRefusal as thai } from '#domain/messages/th/upload-refusal.ts';
import { makeContext, thrownBy } from '#tests/setup/visitor.ts';
import { useUploads } from './upload-suite.ts';

const { database, tokens, send } = useUploads();

describe('sending a file', () => {
  it('keeps it piece by piece, whole, and asks for it to be loaded', async () => {
    const big = new Uint8Array(9 * 1024 * 1024).fill(65);
    const answer = await send('officer-03003', [['ใหญ่.csv', big]]);
    expect(answer).toMatchObject({ feed: 'reading-03003', refusal: null, uploads: [{ name: 'ใหญ่.csv' }] });
    const pieces = await database.owner<
      { size: number }[]
    >`select length(bytes) as size from upload_chunk where upload_id = ${answer.uploads[0]!.id} order by seq`;
    expect(pieces.map(({ size }) => size)).toEqual([4_194_304, 4_194_304, 1_048_576]);
    const [job] = await database.owner`select 1 from graphile_worker.jobs where task_identifier = 'load-upload'`;
    expect(job).toBeDefined();
  });

  it('takes several files, each of its own', async () => {
    const { uploads } = await send('officer-03003', [
      ['a.csv', 'x'],
      ['b.csv', 'y'],
    ]);
    expect(uploads.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
  });

  it.each([
    ['who is no data officer', 'dg-03003', 'reading-03003', 'not_officer'],
    ['a feed of another ministry', 'officer-03003', 'reading-05003', 'unknown_feed'],
    ['a feed that does not exist', 'officer-03003', 'nothing', 'unknown_feed'],
  ])('refuses %s with a sentence', async (_who, position, feed, refusal) => {
    expect(await send(position, [['a.csv', 'x']], feed)).toMatchObject({ refusal, uploads: [] });
    const [logged] =
      await database.owner`select act, outcome from access.audit_log where act = 'load' order by id desc limit 1`;
    expect(logged).toEqual({ act: 'load', outcome: 'refused' });
  });

  it('refuses a form without a file, and one that is not from our own page', async () => {
    expect(await send('officer-03003', [])).toMatchObject({ refusal: 'no_file' });
    expect((await thrownBy(send('officer-03003', [['a.csv', 'x']], 'reading-03003', 'forged'))).status).toBe(403);
  });

  /** A form as a browser sends it, up to where the file's bytes begin. */
  const headOf = (name: string): string => {
    const csrf = csrfTokenOf(tokens['officer-03003']!, makeContext(database).sessionSecret);
    const field = (disposition: string, value: string) =>
      `--b\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}`;
    return `${field('name="csrf"', csrf)}\r\n${field('name="feed"', 'reading-03003')}\r\n${field(`name="file"; filename="${name}"`, '')}`;
  };
  const streamTo = (body: ReadableStream<Uint8Array>, headers: Record<string, string> = {}, limit?: number) => {
    const type = { 'Content-Type': 'multipart/form-data; boundary=b' };
    const request = new Request('http://127.0.0.1:3000/feeds/upload', {
      method: 'POST',
      body,
      duplex: 'half',
      headers: { Cookie: `session=${tokens['officer-03003']}`, ...type, ...headers },
    } as RequestInit);
    return receiveUpload(request, makeContext(database), limit);
  };
  const keptOf = (name: string) => database.owner`
    select u.status, count(c.seq)::int as pieces from upload u left join upload_chunk c on c.upload_id = u.id where u.name = ${name} group by u.id`;

  describe('larger than the limit', () => {
    const limit = 5_000_000;
    const sendLarge = (headers: Record<string, string>) =>
      streamTo(
        new Blob([headOf('large.csv'), new Uint8Array(4 * limit).fill(65), '\r\n--b--\r\n']).stream(),
        headers,
        limit,
      );

    it('is refused before a piece is written, where its size is said', async () => {
      const answer = await sendLarge({ 'Content-Length': String(4 * limit) });
      expect(answer).toMatchObject({ refusal: 'too_large', uploads: [] });
      expect(await keptOf('large.csv')).toEqual([]);
    });

    it('is refused and forgotten, where it shows only on the way', async () => {
      expect(await sendLarge({})).toMatchObject({ refusal: 'too_large', uploads: [] });
      expect(await keptOf('large.csv')).toEqual([{ status: 'failed', pieces: 0 }]);
    });

    it('is told in both languages with the limit that holds', () => {
      for (const { too_large } of [thai, english]) expect(too_large).toContain(` ${mostUploadBytes / 1_000_000} `);
    });
  });

  it('leaves nothing of a file whose sender goes away in the middle', async () => {
    let isHalfKept = false;
    const body = new ReadableStream<Uint8Array>({
      start: (stream) => {
        stream.enqueue(new TextEncoder().encode(headOf('broken.csv')));
        stream.enqueue(new Uint8Array(9_000_000).fill(65));
      },
      pull: async (stream) => {
        await expect.poll(() => keptOf('broken.csv')).toEqual([{ status: 'receiving', pieces: 2 }]);
        isHalfKept = true;
        stream.error(new Error('gone'));
      },
    });
    expect((await thrownBy(streamTo(body))).status).toBe(400);
    expect(isHalfKept).toBe(true);
    await expect.poll(() => keptOf('broken.csv')).toEqual([{ status: 'failed', pieces: 0 }]);
  });

  it('refuses what breaks off, and keeps no half file waiting', async () => {
    const request = new Request('http://127.0.0.1:3000/feeds/upload', {
      method: 'POST',
      body: '--b\r\nContent-Disposition: form-data; name="csrf"\r\n\r\nx',
      headers: { Cookie: `session=${tokens['officer-03003']}`, 'Content-Type': 'multipart/form-data; boundary=b' },
    });
    expect((await thrownBy(receiveUpload(request, makeContext(database)))).status).toBe(400);
  });
});
