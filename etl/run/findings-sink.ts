import type { Sql } from '#db/connect.ts';
import { columnRules } from '#domain/messages/rule-code.ts';
import type { Finding, Severity } from '../checks/finding.ts';

/** The first thousand warnings of each rule are kept one by one, and so many rejections; counts are always whole. */
const MAX_WARNINGS_PER_RULE = 1_000;
const MAX_REJECTIONS = 100_000;
const BATCH = 1_000;

export type RuleCount = { severity: Severity; ruleCode: string; count: number };
/** `isPaged`: its files are the pages of one answer, so what is said of a column of one is said of all. */
export type FindingsOwner = { runId: number; unitId: number; audiences: number; isPaged: boolean };

/** Takes what the rules found and writes it in batches, so that a file with a million faults costs no memory. */
export class FindingsSink {
  warnings = 0;
  readonly kept: Finding[] = [];
  private readonly counts = new Map<string, RuleCount>();
  private waiting: Finding[] = [];
  private seq = 0;
  private rejections = 0;
  /** What was said of columns of a paged source. */
  private readonly toldOfColumns = new Set<string>();

  /** Without an owner (dry run) nothing is written, and what would be is in `kept`. */
  constructor(
    private readonly sql: Sql,
    private readonly owner: FindingsOwner | null,
  ) {}

  add(finding: Finding): void {
    if (this.owner?.isPaged && this.isToldAgain(finding)) return;
    const { severity, rule } = finding;
    const key = `${severity}:${rule}`;
    const count = this.counts.get(key) ?? { severity, ruleCode: rule, count: 0 };
    this.counts.set(key, count);
    count.count++;
    if (severity === 'warning') this.warnings++;
    const isKept = severity === 'rejection' ? this.rejections++ < MAX_REJECTIONS : count.count <= MAX_WARNINGS_PER_RULE;
    if (isKept) this.waiting.push(finding);
  }

  private isToldAgain({ rule, params, sourceColumn }: Finding): boolean {
    if (!columnRules.includes(rule)) return false;
    const key = JSON.stringify([rule, params, sourceColumn]);
    const isAgain = this.toldOfColumns.has(key);
    this.toldOfColumns.add(key);
    return isAgain;
  }

  get isFull(): boolean {
    return this.waiting.length >= BATCH;
  }

  async flush(): Promise<void> {
    const { owner, waiting } = this;
    if (waiting.length === 0) return;
    this.waiting = [];
    if (!owner) return void this.kept.push(...waiting.slice(0, Math.max(0, BATCH - this.kept.length)));
    const rows = waiting.map(
      ({ rule, severity, params, fileNo, sheet, row, sourceColumn, contractColumn, raw, record }) => ({
        seq: ++this.seq,
        severity,
        rule,
        params,
        file_no: fileNo,
        sheet: sheet === '' ? null : sheet,
        row_no: row,
        source_column: sourceColumn,
        contract_column: contractColumn,
        raw_value: withoutNull(raw),
        record: record?.map((cell) => withoutNull(cell)) ?? null,
      }),
    );
    await this.sql`
      insert into run_finding (run_id, seq, severity, rule_code, params, file_no, sheet, row_no, source_column, contract_column, raw_value, record, unit_id, audiences)
      select ${owner.runId}, f.seq, f.severity, f.rule, f.params, f.file_no, f.sheet, f.row_no, f.source_column, f.contract_column, f.raw_value, f.record, ${owner.unitId}, ${owner.audiences}
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as f(seq int, severity text, rule text, params jsonb, file_no smallint, sheet text, row_no int,
             source_column text, contract_column text, raw_value text, record jsonb)`;
  }

  ruleCounts(): RuleCount[] {
    return [...this.counts.values()];
  }
}

/** Postgres holds every character but the null byte. */
function withoutNull(text: string | null): string | null {
  return text === null ? null : text.replaceAll('\u0000', '\ufffd');
}
