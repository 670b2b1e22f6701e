import { formatPeriodCode } from '#domain/format/period.ts';
import { runActsOf } from '#domain/hierarchy/run-acts.ts';
import { columnRules } from '#domain/messages/rule-code.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { failureSentence, toFindingRow } from '#app/runs/finding-words.server.ts';
import type { FeedRow } from '#db/reads/feeds.ts';
import { getRunDecisions } from '#db/reads/run-decisions.ts';
import { getReportedPeriod, getRun, getRunColumns, getRunFiles, getRunFindings } from '#db/reads/runs.ts';
import type { Tx } from '#db/connect.ts';
import type { LastResult } from './feeds-view.ts';

const FIRST_FINDINGS = 3;

/** The newest run of the officer's own feeds, with the first of what was refused and columns that were not read; null before the first. */
export async function getLastResult(tx: Tx, viewer: Viewer, feeds: readonly FeedRow[]): Promise<LastResult | null> {
  const id = Math.max(0, ...feeds.map(({ lastRunId }) => lastRunId ?? 0));
  const { language } = viewer;
  const run = id === 0 ? null : await getRun(tx, { id, language });
  if (!run) return null;
  const files = await getRunFiles(tx, { id });
  const columns = await getRunColumns(tx, { id });
  const findings = (await getRunFindings(tx, { id, rule: null, limit: FIRST_FINDINGS, offset: 0 })).filter(
    ({ severity, ruleCode }) => severity === 'rejection' || columnRules.some((code) => code === ruleCode),
  );
  const decisions = await getRunDecisions(tx, { id, language });
  const isLoaded = run.status === 'loaded' || run.status === 'loaded_with_rejections';
  const standing = {
    unitId: run.unitId,
    isLoaded,
    levels: run.levels,
    source: run.source,
    lastDecision: decisions.at(-1)?.decision ?? null,
  };
  const names = new Map(files.map(({ fileNo, name }) => [fileNo, name]));
  const { status, stage, read, accepted, unchanged, rejected } = run;
  const period = await getReportedPeriod(tx, { id });
  return {
    id,
    periodName: period === null ? null : formatPeriodCode(period, language),
    decision: standing.lastDecision,
    feedName: run.feedName ?? run.unitName,
    status,
    stage,
    at: run.finishedAt ?? run.startedAt,
    read,
    accepted,
    unchanged,
    rejected,
    failure: run.failureReason === null ? null : failureSentence(language, run.failureReason, run.failureParams ?? {}),
    findings: findings.map((finding) => toFindingRow(finding, language, names, columns)),
    maySubmit: runActsOf(standing, {
      actsAs: viewer.actsAs,
      unitId: viewer.unit.id,
      unitLevel: viewer.unit.level,
    }).includes('submit'),
  };
}
