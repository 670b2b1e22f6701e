import fs from 'node:fs';
import type { UnitLevel } from '#domain/hierarchy/levels.ts';
import { formerUnits, startsAndPredecessors } from './former-units.ts';
import { ownRoots } from './own-roots.ts';
import type { UnitSeed } from './unit-seed.ts';

/** All units of the reference data: the list of gov-units.csv, units that were, and roots of their own. */
export function readUnits(): UnitSeed[] {
  const text = fs.readFileSync(new URL('./gov-units.csv', import.meta.url), 'utf8');
  const [, ...lines] = text.split('\n').filter((line) => line !== '');
  const listed = lines.map((line) => toUnit(splitLine(line)));
  const parentOf = new Map(listed.map((unit) => [unit.code, unit.parentCode]));
  for (const unit of listed) unit.inChain = rootOf(unit.code, parentOf) === 'PMOC';
  return [...listed, ...formerUnits, ...ownRoots];
}

function toUnit(cells: string[]): UnitSeed {
  const [code, parent, level, nameTh, nameEn, abbrTh, abbrEn, kind, certainty] = cells as [string, ...string[]];
  const known = startsAndPredecessors[code];
  return {
    code,
    parentCode: parent || null,
    level: level as UnitLevel,
    kind: kind!,
    nameTh: nameTh!,
    nameEn: nameEn!,
    abbrTh: abbrTh || null,
    abbrEn: abbrEn || null,
    certainty: certainty!,
    inChain: false,
    validFrom: known?.validFrom ?? null,
    validTo: null,
    predecessorCode: known?.predecessorCode ?? null,
  };
}

/** Cells of one line; a quoted cell may hold commas. The list has no quotation marks and no line breaks inside a cell. */
function splitLine(line: string): string[] {
  return [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

function rootOf(code: string, parentOf: Map<string, string | null>): string {
  const parent = parentOf.get(code);
  return parent ? rootOf(parent, parentOf) : code;
}
