import type { LoaderFunctionArgs } from '@remix-run/node';
import { sendKeptFile } from '#app/runs/kept-file.server.ts';

/** A file as it was sent, for those who may see all that is in it. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  const toNumber = (text: string | undefined) => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 0);
  return sendKeptFile(request, context, { runId: toNumber(params.id), fileNo: toNumber(params.n) });
}
