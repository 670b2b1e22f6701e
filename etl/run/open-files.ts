import { access } from 'node:fs/promises';
import type { Clock } from '#db/clock.ts';
import type { Sql } from '#db/connect.ts';
import { getLoadReference } from '#db/reads/load-reference.ts';
import { bangkokDateOf } from '#domain/time/fiscal-calendar.ts';
import type { CellScope } from '../checks/cell-parsers.ts';
import { Reference } from '../checks/reference.ts';
import { withDeclared } from '../checks/with-declared.ts';
import type { Encoding } from '../decode/encoding.ts';
import { openFile, type OpenedFile } from '../decode/open-file.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import { surveyFile, type Survey } from '../decode/survey.ts';
import { Declared } from '../mappings/declared.ts';
import type { FileKeeper } from './file-keeper.ts';
import type { LoadPlan } from './prepare-load.ts';

/** `name` is what the sender called it: mappings may read the year from it. */
export type LoadFile = { path: string; name: string };
export type OpenedLoad = {
  files: { fileNo: number; name: string; survey: Survey; opened: OpenedFile }[];
  scope: CellScope;
  declared: Declared;
};

/** Surveys and opens the files of a run, gives them to be kept, and gathers what their records may refer to. */
export async function openFiles(
  request: { sql: Sql; clock: Clock; files: readonly LoadFile[]; encoding?: Encoding },
  { mapping, feed }: LoadPlan,
  keeper: FileKeeper | null,
): Promise<OpenedLoad> {
  const declared = new Declared(mapping);
  const surveyed = [];
  for (const [i, { path, name }] of request.files.entries()) {
    const survey = await surveyFile(path);
    keeper?.keep(path, survey);
    if (declared.readsFile) {
      const { batches } = await openFile(path, survey, mapping, request.encoding);
      for await (const batch of batches) declared.addFrom(batch);
    }
    surveyed.push({ fileNo: i + 1, path, name, survey });
  }
  const known = await getLoadReference(request.sql);
  const { units, indicators } = withDeclared(known.units, known.indicators, declared);
  const sender = units.find(({ id }) => id === feed.unitId) ?? null;
  const scope: CellScope = {
    reference: new Reference('', units, indicators, known.slices),
    // Names are looked for within the sender's own tree: two trees may each have a "Department of Health".
    isUnitInScope: ({ rootId }) => rootId === sender?.rootId,
    isIndicatorInScope: ({ rootId }) => rootId === sender?.rootId,
    sender,
    today: bangkokDateOf(request.clock.now()),
  };
  const files = [];
  for (const { fileNo, path, name, survey } of surveyed)
    files.push({ fileNo, name, survey, opened: await openFile(path, survey, mapping, request.encoding) });
  return { files, scope, declared };
}

/** Throws `missing_file` with the file's own name. */
export async function toReadable(path: string, name: string): Promise<void> {
  await access(path).catch((error: unknown) => {
    throw new SourceProblem('missing_file', { name }, { cause: error });
  });
}
