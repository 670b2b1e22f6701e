import { goesUp, levelToDecide, runActsOf } from '#domain/hierarchy/run-acts.ts';
import { translator } from '#domain/messages/translate.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { Viewer } from '#app/access/viewer.ts';
import { panel } from '#app/access/viewer.server.ts';
import { encodingName, mappingTitle } from '#app/feeds/reading-words.server.ts';
import { getKeptFiles, type KeptFile } from '#db/reads/kept-files.ts';
import { getOwnUnitIds } from '#db/reads/live.ts';
import { getOwnRequest, getRunDecisions, type RunDecision } from '#db/reads/run-decisions.ts';
import {
  getRuleCounts,
  getRun,
  getRunColumns,
  getRunFiles,
  getRunTotals,
  maySeeFindings,
  maySeeTotals,
  type Run,
  type RunColumn,
  type RunFile,
} from '#db/reads/runs.ts';
import type { Tx } from '#db/connect.ts';
import { failureSentence, ruleName } from './finding-words.server.ts';
import { getFindingsPage } from './findings-page.server.ts';
import type { RuleGroup, RunView } from './run-view.ts';

export type RunParameters = { id: number; rule?: string; page?: number };

const MOST_TOTALS = 60;

/** One run: who sent what, what was read and became of it, what was found where, and how far up it is. 404 where it is not to be seen. */
export async function getRunView(tx: Tx, viewer: Viewer, { id, rule, page = 1 }: RunParameters): Promise<RunView> {
  const { language } = viewer;
  const run = await getRun(tx, { id, language });
  if (!run) throw new Response(null, { status: 404 });
  const files = await getRunFiles(tx, { id });
  const columns = await getRunColumns(tx, { id });
  const decisions = await getRunDecisions(tx, { id, language });
  const isOwn = (await getOwnUnitIds(tx)).includes(run.unitId);
  const isHeaderOnly = (run.audiences & (isOwn ? viewer.bit : OUTSIDE_MASK)) === 0;
  const rules = (await getRuleCounts(tx, { id })).map((row): RuleGroup => ({
    key: `${row.severity}:${row.ruleCode}`,
    severity: row.severity,
    code: row.ruleCode,
    count: row.count,
    sentence: ruleName(language, row.ruleCode),
  }));
  const group = rules.find(({ key }) => key === rule) ?? null;
  const kept = await getKeptFiles(tx, { runId: id });
  const request = await getOwnRequest(tx, { runId: id });
  return {
    title: translator(language)('runs.title', { run: id }),
    publicationId: viewer.publication?.id ?? null,
    asOfOn: viewer.publication?.asOfOn ?? bangkokDateOf(viewer.now),
    run: toHead(run, language),
    files: files.map((file) => toFile(file, columns, kept, language)),
    columns: columns
      .filter(({ fileNo }) => fileNo === 1)
      .map(({ sheet, contractColumn, sourceHeader, sourceColumn }) => ({
        sheet,
        contractColumn,
        sourceHeader,
        sourceColumn,
      })),
    totals: await panel(tx, 'totals', async (inner) =>
      toTotals(await getRunTotals(inner, { id, limit: MOST_TOTALS }), columns),
    ),
    areTotalsKept: !(await maySeeTotals(tx, { id })),
    rules,
    findings: await panel(tx, 'findings', (inner) =>
      getFindingsPage(inner, { id, language, rules, group, page, files, columns }),
    ),
    areFindingsKept: !(await maySeeFindings(tx, { id })),
    decisions: decisions.map(({ publishedIn: _publishedIn, ...decision }) => decision),
    ...toStanding(run, viewer, decisions, isOwn),
    request:
      request === null || request.status === 'done'
        ? null
        : { act: request.act, status: request.status, refusal: request.refusal },
    isHeaderOnly,
  };
}

const OUTSIDE_MASK = 64;
const hasLoaded = ({ status }: Run): boolean => status === 'loaded' || status === 'loaded_with_rejections';

/** What the reader may do, and whom the run waits for. */
function toStanding(
  run: Run,
  viewer: Viewer,
  decisions: readonly RunDecision[],
  isOwn: boolean,
): Pick<RunView, 'acts' | 'waitsFor'> {
  const standing = {
    unitId: run.unitId,
    isLoaded: hasLoaded(run),
    levels: run.levels,
    source: run.source,
    lastDecision: decisions.at(-1)?.decision ?? null,
  };
  const acts = isOwn
    ? runActsOf(standing, { actsAs: viewer.actsAs, unitId: viewer.unit.id, unitLevel: viewer.unit.level })
    : [];
  return { acts, waitsFor: levelToDecide(standing) ?? (goesUp(standing) ? 'Sender' : null) };
}

function toHead(run: Run, language: Viewer['language']): RunView['run'] {
  const { read, accepted, unchanged, rejected, warnings } = run;
  return {
    id: run.id,
    feed: run.feedCode === null ? null : { code: run.feedCode, name: run.feedName ?? run.feedCode },
    unit: { code: run.unitCode, name: run.unitName },
    dataset: run.dataset,
    mapping: run.mapping,
    mappingTitle: mappingTitle(language, run),
    mappingVersion: run.mappingVersion,
    status: run.status,
    stage: run.stage,
    failure: run.failureReason === null ? null : failureSentence(language, run.failureReason, run.failureParams ?? {}),
    source: run.source,
    startedAt: run.startedAt,
    finishedAt: run.finishedAt,
    senderTitle: run.senderTitle,
    senderName: run.senderName,
    classification: run.classification,
    publishedIn: run.publishedIn,
    levels: run.levels,
    ahead: run.ahead,
    counts: { read, accepted, unchanged, rejected, warnings },
    faulty: run.failureReason === 'too_many_rejections' ? Number(run.failureParams?.rejected) : null,
  };
}

function toFile(
  { fileNo, name, format, encoding, records }: RunFile,
  columns: readonly RunColumn[],
  kept: readonly KeptFile[],
  language: Viewer['language'],
): RunView['files'][number] {
  const sheets = [
    ...new Set(columns.filter((column) => column.fileNo === fileNo && column.sheet !== '').map(({ sheet }) => sheet)),
  ];
  const own = kept.find((one) => one.fileNo === fileNo);
  const original = own ? (own.erasedAt ? 'erased' : 'kept') : 'none';
  return {
    fileNo,
    name,
    format,
    encoding,
    encodingName: encoding && encodingName(language, encoding),
    sheets,
    records,
    original,
  };
}

function toTotals(totals: Awaited<ReturnType<typeof getRunTotals>>, columns: readonly RunColumn[]) {
  return totals.map(({ column, groupKey, readTotal, acceptedTotal }) => ({
    key: `${column}:${groupKey}`,
    header: columns.find(({ contractColumn }) => contractColumn === column)?.sourceHeader ?? column,
    group: groupKey,
    readTotal,
    acceptedTotal,
    isWhole: readTotal === acceptedTotal,
  }));
}
