import type { Readable, Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Sql, Tx } from './connect.ts';

/** The driver's pending query, as far as needed here. */
interface PendingCopy {
  reject(error: unknown): void;
  writable(): Promise<Writable>;
  readable(): Promise<Readable>;
}

/** What can be copied in: anything a pipeline takes. */
export type CopySource = Readable | AsyncIterable<string | Buffer> | Iterable<string | Buffer>;

/** SQLSTATE of a statement that was broken off: by us, when the source fails, or by a time limit. */
const QUERY_CANCELED = '57014';

/**
 * COPY … FROM STDIN that always settles, with the server's own error and SQLSTATE. The driver alone never settles a COPY that
 * the server refuses (porsager/postgres#1173): the pipeline hangs, the connection is lost, the error is swallowed.
 */
export async function copyFrom(sql: Sql | Tx, statement: string, source: CopySource): Promise<void> {
  const query = (sql as Sql).unsafe(statement) as unknown as PendingCopy;
  let fail: (error: unknown) => void = () => undefined;
  const serverError = new Promise<never>((_, reject) => {
    fail = reject;
  });
  serverError.catch(() => undefined);
  const reject = query.reject;
  query.reject = (error) => {
    fail(error);
    reject.call(query, error);
  };
  const writable = await query.writable();
  guard(writable);
  serverError.catch((error: Error) => {
    if (!writable.destroyed) writable.destroy(error);
  });
  await Promise.race([pipeline(source, writable), serverError]).catch(async (error: unknown) => {
    // Let a server error win over a stream error caused by it.
    const told = await Promise.race([
      serverError.catch((fromServer: unknown) => fromServer),
      new Promise((resolve) => setTimeout(resolve, 50, error)),
    ]);
    // When the source fails the server only repeats that the copy was broken off: the source's own error is the cause.
    throw (told as { code?: string }).code === QUERY_CANCELED ? error : told;
  });
}

/** When the server is gone the driver writes to a socket that is null, where nobody could catch it: that becomes the stream's own error. */
function guard(writable: Writable): void {
  const { _write: write, _final: final, _destroy: destroy } = writable;
  writable._write = function (chunk, encoding, done) {
    attempt(() => write.call(this, chunk, encoding, done), done);
  };
  writable._final = function (done) {
    attempt(() => final.call(this, done), done);
  };
  writable._destroy = function (error, done) {
    attempt(
      () => destroy.call(this, error, done),
      () => undefined,
    );
  };
}

function attempt(act: () => void, failed: (error: Error) => void): void {
  try {
    act();
  } catch (cause) {
    failed(
      Object.assign(new Error('The connection was lost in the middle of a copy.', { cause }), {
        code: 'CONNECTION_CLOSED',
      }),
    );
  }
}

/**
 * COPY … TO STDOUT as a stream of bytes. The driver pauses its connection when the stream is full and resumes it on the next
 * read; a stream that ends while paused is never read again, and the next query would wait for ever. So resume at the end.
 */
export async function copyTo(sql: Sql | Tx, statement: string): Promise<Readable> {
  const readable = await ((sql as Sql).unsafe(statement) as unknown as PendingCopy).readable();
  return readable.once('end', () => readable._read(0));
}
