import type { Language } from '#domain/messages/words.ts';
import { getRunFindings, type RunColumn, type RunFile } from '#db/reads/runs.ts';
import type { Tx } from '#db/connect.ts';
import { toFindingRow } from './finding-words.server.ts';
import type { FindingRow, RuleGroup } from './run-view.ts';

const ROWS = 20;
/** As the load keeps them one by one; beyond it only the count is known. */
const MOST_KEPT = { rejection: 100_000, warning: 1_000 } as const;

type Args = {
  id: number;
  language: Language;
  rules: readonly RuleGroup[];
  group: RuleGroup | null;
  page: number;
  files: readonly RunFile[];
  columns: readonly RunColumn[];
};

/** One page of findings, of one rule or of all. */
export async function getFindingsPage(
  tx: Tx,
  { id, language, rules, group, page, files, columns }: Args,
): Promise<{ rows: FindingRow[]; ruleKey: string | null; page: number; pages: number; total: number }> {
  const shown = group ? [group] : rules;
  const total = shown.reduce((sum, { severity, count }) => sum + Math.min(count, MOST_KEPT[severity]), 0);
  const pages = Math.max(1, Math.ceil(total / ROWS));
  const at = Math.min(Math.max(1, page), pages);
  const rule = group ? { severity: group.severity, code: group.code } : null;
  const findings = await getRunFindings(tx, { id, rule, limit: ROWS, offset: (at - 1) * ROWS });
  const names = new Map(files.map(({ fileNo, name }) => [fileNo, name]));
  return {
    rows: findings.map((finding) => toFindingRow(finding, language, names, columns)),
    ruleKey: group?.key ?? null,
    page: at,
    pages,
    total,
  };
}
