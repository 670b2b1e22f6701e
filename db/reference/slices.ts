import { layers, perspectives, strategies, systems } from './lists.ts';
import type { ListItem } from './lists.ts';
import type { UnitSeed } from './unit-seed.ts';

/** One value of a slicing dimension; ids stand in every fact and never change. */
export interface SliceSeed {
  id: number;
  kind: 'all' | 'strategy' | 'system' | 'layer' | 'perspective' | 'province';
  code: string;
  nameTh: string;
  nameEn: string;
}

/** The whole (0), and one by one: strategies, systems, layers, perspectives and provinces. */
export function toSlices(units: readonly UnitSeed[]): SliceSeed[] {
  const fromList = (kind: SliceSeed['kind'], firstId: number, items: ListItem[]): SliceSeed[] =>
    items.map(({ code, position, nameTh, nameEn }) => ({ id: firstId + position, kind, code, nameTh, nameEn }));
  return [
    { id: 0, kind: 'all', code: '', nameTh: 'ทั้งหมด', nameEn: 'All' },
    ...fromList('strategy', 10, strategies),
    ...fromList('layer', 20, layers),
    ...fromList('perspective', 30, perspectives),
    ...fromList('system', 40, systems),
    ...units
      .filter(({ level }) => level === 'province')
      .map(({ code, nameTh, nameEn }): SliceSeed => ({
        id: 1000 + Number(code.slice(3)),
        kind: 'province',
        code,
        nameTh,
        nameEn,
      })),
  ];
}
