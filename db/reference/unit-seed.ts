import type { UnitLevel } from '#domain/hierarchy/levels.ts';
import type { IsoDate } from '#domain/time/fiscal-calendar.ts';

/** A unit as the lists of this folder name it; codes stand for good. */
export interface UnitSeed {
  code: string;
  parentCode: string | null;
  level: UnitLevel;
  kind: string;
  nameTh: string;
  nameEn: string;
  abbrTh: string | null;
  abbrEn: string | null;
  certainty: string;
  /** Inside the Prime Minister's line as it stands today. */
  inChain: boolean;
  validFrom: IsoDate | null;
  validTo: IsoDate | null;
  predecessorCode: string | null;
}

/** Another name under which a sender may call a unit. */
export interface AliasSeed {
  unitCode: string;
  alias: string;
  source: 'former_name' | 'spelling' | 'short_name';
}
