import { toNormalForm } from '#domain/text/normal-form.ts';
import type { RecordBatch } from '../decode/record.ts';
import { SourceProblem } from '../decode/source-problem.ts';
import { toIndex } from './headings.ts';
import type { Mapping } from './mapping.ts';

/** Units and indicators that a mapping, or a file through it, brings along for a root outside the Prime Minister's line. */
export type DeclaredUnit = {
  code: string;
  parentCode: string | null;
  kind: string;
  nameTh: string;
  nameEn: string;
  aliases: string[];
};
export type DeclaredIndicator = {
  code: string;
  ownerCode: string;
  nameTh: string;
  nameEn: string;
  unitOfMeasure: string;
  direction: 'higher';
  orgRollup: string;
  timeRollup: string;
  frequency: string;
  isShare: boolean;
};

export class Declared {
  readonly units = new Map<string, DeclaredUnit>();
  readonly indicators = new Map<string, DeclaredIndicator>();

  constructor(private readonly mapping: Mapping) {
    const { root, units = [] } = mapping;
    if (!root) return;
    this.units.set(root.code, {
      code: root.code,
      parentCode: null,
      kind: 'foreign',
      nameTh: root.nameTh,
      nameEn: root.nameEn,
      aliases: [],
    });
    for (const { code, parent, nameTh, nameEn, aliases = [] } of units) {
      this.units.set(code, { code, parentCode: parent ?? root.code, kind: 'foreign', nameTh, nameEn, aliases });
    }
  }

  /** True when the file must be read once for its units before its records can be checked. */
  get readsFile(): boolean {
    return this.mapping.unitsFrom !== undefined || this.mapping.indicatorsFrom !== undefined;
  }

  addFrom({ header, records }: RecordBatch): void {
    const indexOf = toIndex(header);
    const at = (heading: string): number => {
      const index = indexOf(heading);
      if (index < 0)
        throw new SourceProblem('wrong_header', {
          expected: heading,
          found: header.names.join(', ').slice(0, 300),
          row: header.row,
        });
      return index;
    };
    const { unitsFrom, indicatorsFrom } = this.mapping;
    if (unitsFrom) {
      const [code, name] = [at(unitsFrom.code), at(unitsFrom.name)];
      for (const { cells } of records) this.addUnit(cells[code] ?? '', cells[name] ?? '');
    }
    if (indicatorsFrom) {
      const codes = indicatorsFrom.code.map(at);
      const [nameEn, owner] = [at(indicatorsFrom.nameEn), at(indicatorsFrom.unit.from)];
      for (const { cells } of records)
        this.addIndicator(
          codes.map((index) => (cells[index] ?? '').trim()),
          cells[nameEn] ?? '',
          cells[owner] ?? '',
        );
    }
  }

  private addUnit(code: string, name: string): void {
    const { prefix, padTo = 0, splitName } = this.mapping.unitsFrom!;
    const full = prefix + code.trim().padStart(padTo, '0');
    if (code.trim() === '' || this.units.has(full)) return;
    const nameEn = toNormalForm(splitName ? name.split(splitName)[0]! : name) || full;
    this.units.set(full, {
      code: full,
      parentCode: this.mapping.root!.code,
      kind: 'foreign',
      nameTh: nameEn,
      nameEn,
      aliases: [],
    });
  }

  private addIndicator(codes: string[], name: string, owner: string): void {
    const { prefix, unit, unitOfMeasure, isShare, frequency } = this.mapping.indicatorsFrom!;
    const code = prefix + codes.filter((part) => part !== '').join('/');
    if (this.indicators.has(code)) return;
    const nameEn = toNormalForm(name) || code;
    const rollup = { orgRollup: isShare ? 'ratio_of_sums' : 'sum', timeRollup: 'last' };
    const ownerCode = unit.prefix + owner.trim();
    this.indicators.set(code, {
      code,
      ownerCode,
      nameTh: nameEn,
      nameEn,
      unitOfMeasure,
      direction: 'higher',
      ...rollup,
      frequency,
      isShare,
    });
  }
}
