import { SourceProblem } from '../decode/source-problem.ts';
import type { NameParts } from './column-plan.ts';
import type { Mapping } from './mapping.ts';

/** What file and sheet names tell by the mapping's patterns. Throws `wrong_file_name` when the file's does not fit. */
export function toNameParts(mapping: Mapping, fileName: string, sheet: string): NameParts {
  const sheetPattern = mapping.sheet && 'pattern' in mapping.sheet ? mapping.sheet.pattern : null;
  const file = mapping.filePattern ? new RegExp(mapping.filePattern, 'u').exec(fileName) : null;
  if (mapping.filePattern && !file)
    throw new SourceProblem('wrong_file_name', { name: fileName, pattern: mapping.filePattern });
  return {
    file: { ...file?.groups },
    sheet: { ...(sheetPattern ? new RegExp(sheetPattern, 'u').exec(sheet)?.groups : {}) },
  };
}
