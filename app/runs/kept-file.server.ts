import type { AppLoadContext } from '@remix-run/node';
import { translator } from '#domain/messages/translate.ts';
import { auditAct } from '#app/access/audit.server.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { withViewer } from '#app/access/viewer.server.ts';
import { getKeptFiles, getKeptPieces, type KeptFile } from '#db/reads/kept-files.ts';

/** Pieces read at once; each is up to a mebibyte. */
const PIECES = 8;

/**
 * A file of a run, byte for byte as it was sent, written down in the audit log. 404 where the viewer may not have it; one whose
 * bytes were erased answers 410 with a sentence.
 */
export async function sendKeptFile(
  request: Request,
  context: AppLoadContext,
  { runId, fileNo }: { runId: number; fileNo: number },
): Promise<Response> {
  const { viewer, file, pieces } = await withViewer(request, context, async (tx, viewer) => {
    const file = (await getKeptFiles(tx, { runId })).find((one) => one.fileNo === fileNo);
    if (!file) throw new Response(null, { status: 404 });
    const pieces = file.erasedAt ? [] : await getKeptPieces(tx, { runId, fileNo, from: 0, count: PIECES });
    if (!file.erasedAt && file.sizeBytes > 0 && pieces.length === 0) throw new Response(null, { status: 404 });
    return { viewer, file, pieces };
  });
  const about = { act: 'download', subject: String(runId), detail: { file: file.name } };
  if (file.erasedAt) {
    await auditAct(context, viewer, { ...about, outcome: 'refused', detail: { ...about.detail, reason: 'erased' } });
    return new Response(`${erasedSentence(viewer, file)}\n`, {
      status: 410,
      headers: { 'Content-Type': 'text/plain; charset=utf-8' },
    });
  }
  await auditAct(context, viewer, about);
  const read = (from: number) =>
    withViewer(request, context, (tx) => getKeptPieces(tx, { runId, fileNo, from, count: PIECES }));
  return new Response(streamOf(pieces, read), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Length': String(file.sizeBytes),
      'Content-Disposition': `attachment; filename="run-${runId}-${fileNo}"; filename*=UTF-8''${toExtendedValue(file.name)}`,
    },
  });
}

function erasedSentence({ language }: Viewer, { name }: KeptFile): string {
  return translator(language)('runs.fileErased', { name });
}

/** The first pieces at once, the rest as the reader takes them, each time under the rights of that moment. */
function streamOf(first: Buffer[], read: (from: number) => Promise<Buffer[]>): ReadableStream<Uint8Array> {
  let batch = first;
  let from = 0;
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      for (const piece of batch) controller.enqueue(piece);
      if (batch.length < PIECES) return controller.close();
      from += PIECES;
      batch = await read(from);
    },
  });
}

/** RFC 8187: what encodeURIComponent leaves and a header's value may not hold is encoded too. */
const toExtendedValue = (name: string): string =>
  encodeURIComponent(name).replace(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
