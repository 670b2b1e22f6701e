import type { Declared } from '../mappings/declared.ts';
import type { IndicatorRef, UnitRef } from './reference.ts';

/** Known units and indicators with the declared ones that are not yet known; those get negative ids until they are stored. */
export function withDeclared(
  units: readonly UnitRef[],
  indicators: readonly IndicatorRef[],
  declared: Declared,
): { units: UnitRef[]; indicators: IndicatorRef[] } {
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  let nextId = -1;
  const add = (code: string): UnitRef => {
    const known = byCode.get(code);
    const own = declared.units.get(code);
    if (known || !own) return known!;
    const parent = own.parentCode ? add(own.parentCode) : null;
    const id = nextId--;
    const unit: UnitRef = {
      id,
      code,
      nameTh: own.nameTh,
      nameEn: own.nameEn,
      abbrTh: null,
      abbrEn: null,
      aliases: own.aliases,
      ministryId: parent?.ministryId ?? id,
      rootId: parent?.rootId ?? id,
      path: [...(parent?.path ?? []), id],
      validFrom: null,
      validTo: null,
    };
    byCode.set(code, unit);
    return unit;
  };
  for (const code of declared.units.keys()) add(code);
  const known = new Map(indicators.map((indicator) => [indicator.code, indicator]));
  for (const { code, ownerCode, nameTh, nameEn, isShare, frequency } of declared.indicators.values()) {
    const rootId = byCode.get(ownerCode)?.rootId ?? 0;
    if (!known.has(code))
      known.set(code, { id: nextId--, code, nameTh, nameEn, version: 1, isShare, frequency, rootId });
  }
  return { units: [...byCode.values()], indicators: [...known.values()] };
}
