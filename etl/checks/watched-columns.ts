import type { Mapping } from '../mappings/mapping.ts';
import { toCellParser, type CellParser } from './cell-parsers.ts';
import { Reference } from './reference.ts';

/** A column that is looked at for faults and not stored. */
export type Watcher = { index: number; parse: CellParser };

export function toWatchers(mapping: Mapping, indexOf: (heading: string) => number): Watcher[] {
  return (mapping.watched ?? []).flatMap(({ from, kind }) => {
    const index = indexOf(from);
    return index < 0
      ? []
      : [{ index, parse: toCellParser({ kind }, mapping.era ? { date: { era: mapping.era } } : {}, NOTHING) }];
  });
}

const NOTHING = {
  reference: new Reference('', [], [], []),
  isUnitInScope: () => false,
  isIndicatorInScope: () => false,
  sender: null,
  today: '',
};
