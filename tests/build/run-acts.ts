import type { Sql } from '#db/connect.ts';
import { actOnRun } from '#db/writes/decide-run.ts';
import { testNow } from '#tests/setup/visitor.ts';

/** Carries an act on a run out as the worker does, in nobody's name; what is returned is so with a remark. */
export function carryOut(sql: Sql, runId: number, act: 'submit' | 'accept' | 'return' | 'withdraw') {
  return actOnRun(sql, {
    runId,
    act,
    remark: act === 'return' ? 'แก้' : null,
    personId: null,
    positionId: null,
    now: new Date(testNow),
  });
}
