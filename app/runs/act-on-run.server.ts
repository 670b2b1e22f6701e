import { setTimeout as wait } from 'node:timers/promises';
import type { AppLoadContext } from '@remix-run/node';
import { RUN_ACTS, type RunAct } from '#domain/hierarchy/run-acts.ts';
import { asViewer, requireWrite } from '#app/access/write.server.ts';
import { isAnswered } from '#db/reads/run-decisions.ts';
import { requestAct } from '#db/writes/run-requests.ts';

/** So long a person waits for the worker before the page says that it is under way. */
const PATIENCE_MS = 3_000;
const LOOK_EVERY_MS = 150;

/** Asks for what the buttons of a run page say, and waits a moment for it to be carried out. Answers why it was refused, or null. */
export async function actOnRun(
  request: Request,
  context: AppLoadContext,
  runId: number,
): Promise<{ refusal: string | null; act: RunAct }> {
  const { form } = await requireWrite(request, context);
  const act = RUN_ACTS.find((one) => one === form.get('act'));
  if (!act || !Number.isSafeInteger(runId)) throw new Response(null, { status: 400 });
  const remark =
    String(form.get('remark') ?? '')
      .trim()
      .slice(0, 2_000) || null;
  const { id, refusal } = await asViewer(request, context, (tx) =>
    requestAct(tx, { runId, act, remark, at: context.clock.now() }),
  );
  if (refusal === 'run_not_found') throw new Response(null, { status: 404 });
  if (id === undefined) return { refusal: refusal ?? 'failed', act };
  for (let waited = 0; waited < PATIENCE_MS; waited += LOOK_EVERY_MS) {
    if (await asViewer(request, context, (tx) => isAnswered(tx, { requestId: id }))) break;
    await wait(LOOK_EVERY_MS);
  }
  return { refusal: null, act };
}
