import type { AppLoadContext } from '@remix-run/node';
import { mayDo } from '#domain/hierarchy/roles.ts';
import { auditAct } from '#app/access/audit.server.ts';
import { tokenOf } from '#app/access/session-cookie.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { asViewer, requireWrite } from '#app/access/write.server.ts';
import { getFeed, type Feed } from '#db/reads/feeds.ts';
import { touchSession } from '#db/writes/sessions.ts';
import { dropUpload, insertUpload, insertUploadChunk, requestLoad } from '#db/writes/uploads.ts';
import { readMultipart, type SentFile } from './read-multipart.server.ts';
import type { UploadAnswer, UploadRefusal } from './upload-answer.ts';
import { mostUploadBytes } from './upload-limit.ts';

const PIECE_BYTES = 4 * 1024 ** 2;
const TOUCH_EVERY_MS = 60_000;
/** What the fields and the lines between the parts may add to the files. */
const FORM_BYTES = 64 * 1024;

/**
 * Takes files from the drop area, piece by piece into the database as the viewer, and asks for each to be loaded. The fields
 * `csrf` and `feed` stand before the files. A refusal is an answer; what is no form of ours throws 400, 401 or 403.
 */
export async function receiveUpload(
  request: Request,
  context: AppLoadContext,
  mostBytes = mostUploadBytes,
): Promise<UploadAnswer> {
  const answer: UploadAnswer = { feed: null, uploads: [], refusal: null };
  // Said beforehand: then not one piece is written. The rest is read to its end, or the browser would not hear the answer.
  const isTooLarge = sentBytesOf(request) > mostBytes + FORM_BYTES;
  let sender: Sender | undefined;
  const fields = await readMultipart(request, mostBytes, async (file, given) => {
    sender ??= await toSender(request, context, given);
    answer.feed = sender.feed?.code ?? null;
    answer.refusal ??= refusalOf(sender, file) ?? (isTooLarge ? 'too_large' : null);
    if (answer.refusal) return;
    answer.refusal = await receiveFile(request, context, sender as Sender & { feed: Feed }, file, answer);
  });
  if (!sender) await toSender(request, context, fields);
  if (answer.uploads.length === 0) answer.refusal ??= 'no_file';
  return answer;
}

type Sender = { viewer: Viewer; feed: Feed | null };

/** Who sends to which feed. The token comes as a field, since the form's body may not be read as a whole. */
async function toSender(
  request: Request,
  context: AppLoadContext,
  fields: ReadonlyMap<string, string>,
): Promise<Sender> {
  const headers = new Headers(request.headers);
  headers.set('X-CSRF-Token', fields.get('csrf') ?? '');
  const { viewer } = await requireWrite(new Request(request.url, { method: 'POST', headers }), context);
  const feed = await asViewer(request, context, (tx) =>
    getFeed(tx, { code: fields.get('feed') ?? '', language: viewer.language }),
  );
  if (!mayDo(viewer.actsAs, 'load'))
    await auditAct(context, viewer, { act: 'load', outcome: 'refused', subject: feed?.code ?? '' });
  return { viewer, feed };
}

function refusalOf({ viewer, feed }: Sender, file: SentFile): UploadRefusal | null {
  if (!mayDo(viewer.actsAs, 'load')) return 'not_officer';
  if (!feed?.isActive) return 'unknown_feed';
  return file.name === '' ? 'no_file' : null;
}

async function receiveFile(
  request: Request,
  context: AppLoadContext,
  { viewer, feed }: Sender & { feed: Feed },
  file: SentFile,
  answer: UploadAnswer,
): Promise<UploadRefusal | null> {
  const { personId, positionId } = viewer;
  const sizeBytes = sentBytesOf(request);
  const uploadId = await asViewer(request, context, (tx) =>
    insertUpload(tx, {
      feedId: feed.id,
      personId,
      positionId,
      name: file.name,
      sizeBytes,
      createdAt: context.clock.now(),
    }),
  ).catch(isNotAllowed);
  if (uploadId === null) return 'unknown_feed';
  let isWhole = false;
  try {
    const received = await receivePieces(request, context, uploadId, file);
    if (file.isTruncated()) return 'too_large';
    const { refusal } = await asViewer(request, context, (tx) => requestLoad(tx, { uploadId, ...received }));
    if (refusal) return 'incomplete';
    isWhole = true;
  } finally {
    // Where even that is no longer possible, the worker clears it away within a day.
    if (!isWhole) await asViewer(request, context, (tx) => dropUpload(tx, uploadId)).catch(() => undefined);
  }
  answer.uploads.push({ id: uploadId, name: file.name });
  return null;
}

async function receivePieces(
  request: Request,
  context: AppLoadContext,
  uploadId: string,
  file: SentFile,
): Promise<{ chunks: number; bytes: number }> {
  const stay = keepSession(request, context);
  const received = { chunks: 0, bytes: 0 };
  for await (const piece of toPieces(file.bytes)) {
    await asViewer(request, context, (tx) => insertUploadChunk(tx, { uploadId, seq: received.chunks, bytes: piece }));
    received.chunks++;
    received.bytes += piece.length;
    await stay();
  }
  return received;
}

function sentBytesOf(request: Request): number {
  return Number(request.headers.get('Content-Length') ?? 0);
}

/** The database's own no: the feed is not of the viewer's subtree. */
function isNotAllowed(error: unknown): null {
  if ((error as { code?: string }).code === '42501') return null;
  throw error;
}

/** Someone who sends for longer than a session may idle is not idle. */
function keepSession(request: Request, context: AppLoadContext): () => Promise<void> {
  const session = tokenOf(request, context.env);
  let touchedAt = context.clock.now().getTime();
  return async () => {
    const now = context.clock.now();
    if (!session || now.getTime() - touchedAt < TOUCH_EVERY_MS) return;
    touchedAt = now.getTime();
    await touchSession(context.web, session.token, now);
  };
}

/** Pieces of one size, so that memory does not grow with the file. */
async function* toPieces(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let waiting: Buffer[] = [];
  let size = 0;
  for await (let part of bytes) {
    for (; size + part.length >= PIECE_BYTES; size = 0) {
      const rest = PIECE_BYTES - size;
      yield Buffer.concat([...waiting, part.subarray(0, rest)], PIECE_BYTES);
      waiting = [];
      part = part.subarray(rest);
    }
    waiting.push(part);
    size += part.length;
  }
  if (size > 0) yield Buffer.concat(waiting, size);
}
