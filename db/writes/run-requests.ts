import type { Tx } from '../connect.ts';

export type RunActName = 'submit' | 'accept' | 'return' | 'withdraw';

/** Asks for an act on a run as the viewer of the transaction: the request's id, or the code of why it is refused. */
export async function requestAct(
  tx: Tx,
  { runId, act, remark, at }: { runId: number; act: RunActName; remark: string | null; at: Date },
): Promise<{ id?: number; refusal?: string }> {
  const [row] = await tx<
    { answer: { id?: number; refusal?: string } }[]
  >`select access.request_act(${runId}::int, ${act}, ${remark}, ${at}) as answer`;
  return row!.answer;
}
