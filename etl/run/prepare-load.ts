import type { Sql } from '#db/connect.ts';
import { getLoadReference, type UnitRow } from '#db/reads/load-reference.ts';
import { Reference } from '../checks/reference.ts';
import { contracts } from '../datasets/contracts.ts';
import type { Contract } from '../datasets/contract.ts';
import type { Encoding } from '../decode/encoding.ts';
import { openFile } from '../decode/open-file.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import { surveyFile } from '../decode/survey.ts';
import { planColumns } from '../mappings/column-plan.ts';
import { findMapping } from '../mappings/mappings.ts';
import type { Mapping } from '../mappings/mapping.ts';
import { toNameParts } from '../mappings/name-parts.ts';
import { findFeed, type LoadFeed } from './feed-of-load.ts';
import { toReadable } from './open-files.ts';
import type { LoadFile } from './open-files.ts';

export type LoadPlan = { mapping: Mapping; contract: Contract; feed: LoadFeed };

/** Which mapping, contract and feed a load has. Throws SourceProblem: `unknown_mapping`, `missing_file`, or as findFeed does. */
export async function prepareLoad(request: {
  sql: Sql;
  files: readonly LoadFile[];
  mapping: string;
  feedCode?: string;
  period?: string;
  encoding?: Encoding;
}): Promise<LoadPlan> {
  const known = findMapping(request.mapping);
  if (!known) throw new SourceProblem('unknown_mapping', { mapping: request.mapping });
  const mapping = withPeriod(known, request.period);
  const contract = contracts[mapping.dataset];
  for (const { path, name } of request.files) await toReadable(path, name);
  const feed = await findFeed(request.sql, mapping, request.feedCode, () => unitsOfFile(request, mapping, contract));
  return { mapping, contract, feed };
}

/** A period given beside the file stands for a column that the file lacks. */
function withPeriod(mapping: Mapping, period?: string): Mapping {
  if (period === undefined || !contracts[mapping.dataset].columns.some(({ name }) => name === 'period')) return mapping;
  return { ...mapping, columns: { ...mapping.columns, period: { ...mapping.columns.period, constant: period } } };
}

/** The units that the first records of the first file name. */
async function unitsOfFile(
  request: { sql: Sql; files: readonly LoadFile[]; encoding?: Encoding },
  mapping: Mapping,
  contract: Contract,
): Promise<UnitRow[]> {
  const [file] = request.files;
  const at = contract.columns.findIndex(({ type, isRequired }) => type.kind === 'unit' && isRequired);
  if (!file || at < 0) return [];
  const { units, indicators, slices } = await getLoadReference(request.sql);
  const reference = new Reference('', units, indicators, slices);
  const opened = await openFile(file.path, await surveyFile(file.path), mapping, request.encoding);
  for await (const { header, sheet, records } of opened.batches) {
    const plan = planColumns(contract, mapping, header, toNameParts(mapping, file.name, sheet))[at];
    const named = new Set(records.map(({ cells }) => plan?.take(cells) ?? ''));
    const found = [...named]
      .map((text) => reference.findUnit(text))
      .flatMap((found) => (found.ok ? [found.ref.id] : []));
    return units.filter(({ id }) => found.includes(id));
  }
  return [];
}
