import type { Clearance } from '#domain/hierarchy/audience.ts';
import type { UnitLevel } from '#domain/hierarchy/levels.ts';
import type { Role } from '#domain/hierarchy/roles.ts';
import type { Digits, Language } from '#domain/messages/words.ts';

/** Who looks at a page, in which office, and as of which publication. */
export type Viewer = {
  personId: number;
  login: string;
  nameTh: string;
  nameEn: string;
  honorificTh: string | null;
  positionId: number;
  positionCode: string;
  /** The role of the position; an aide uses the principal's. */
  role: Exclude<Role, 'aide'>;
  isAide: boolean;
  /** The role that decides on deeds: `aide` for an aide. */
  actsAs: Role;
  clearance: Clearance;
  titleTh: string;
  titleEn: string;
  acting: 'for_absent' | 'in_vacancy' | null;
  unit: ViewerUnit;
  /** Mask of the audience under which the own subtree is read; everything else is read as the public. */
  bit: number;
  sessionKind: 'browser' | 'token';
  expiresAt: string;
  language: Language;
  digits: Digits;
  now: Date;
  /** The newest publication, which this page shows unless it is asked for an earlier one; null before the first load. */
  publication: { id: number; publishedAt: string; asOfOn: string } | null;
  csrfToken: string;
};

export type ViewerUnit = {
  id: number;
  code: string;
  level: UnitLevel;
  ministryId: number;
  nameTh: string;
  nameEn: string;
};
