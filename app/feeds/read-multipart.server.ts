import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { Busboy } from '@fastify/busboy';

export type SentFile = { name: string; bytes: AsyncIterable<Buffer>; isTruncated(): boolean };

const mostFields = 10;
const mostFiles = 20;

/**
 * Reads a form with files as it arrives, one file after another and never a whole one: `onFile` gets each file with the fields
 * that stand before it in the form. Throws a 400 answer for what is no such form, or breaks off.
 */
export async function readMultipart(
  request: Request,
  mostBytes: number,
  onFile: (file: SentFile, fields: ReadonlyMap<string, string>) => Promise<void>,
): Promise<ReadonlyMap<string, string>> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!type.startsWith('multipart/form-data') || !request.body) throw new Response(null, { status: 400 });
  const fields = new Map<string, string>();
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: { fields: mostFields, files: mostFiles, fieldSize: 4_096, fileSize: mostBytes },
  });
  const body = Readable.fromWeb(request.body as WebStream);
  let work: Promise<void> = Promise.resolve();
  let reading: Readable | undefined;
  await new Promise<void>((resolve, reject) => {
    const fail = (error: unknown) => {
      body.destroy();
      // Whoever reads the file now would wait for its end for ever.
      reading?.destroy(error instanceof Error ? error : new Error('The form broke off.'));
      reject(error instanceof Response ? error : new Response(null, { status: 400, statusText: String(error) }));
    };
    parser.on('field', (name, value) => fields.set(name, value));
    parser.on('file', (_field, stream, name) => {
      reading = stream;
      // Whoever reads it hears of it as well; while nobody does, it must not end the process.
      stream.on('error', () => undefined);
      // Not yet read, it holds the rest of the form back until it is its turn.
      work = work
        .then(() =>
          onFile({ name: toFileName(name), bytes: stream, isTruncated: () => stream.truncated === true }, fields),
        )
        .then(() => void stream.resume());
      work.catch(fail);
    });
    parser.on('finish', () => void work.then(resolve, fail));
    parser.on('error', fail);
    body.on('error', fail);
    body.pipe(parser);
  });
  return fields;
}

/** Without a path, in composed form, and short enough to show. */
function toFileName(name: string | undefined): string {
  const last = (name ?? '').split(/[/\\]/).at(-1) ?? '';
  return last.normalize('NFC').replace(/\p{C}/gu, '').slice(-200);
}
