import type { UnitSeed } from './unit-seed.ts';

const root = (code: string, kind: string, nameTh: string, nameEn: string): UnitSeed => ({
  code,
  parentCode: null,
  level: 'MOC',
  kind,
  nameTh,
  nameEn,
  abbrTh: null,
  abbrEn: null,
  certainty: 'high',
  inChain: false,
  validFrom: null,
  validTo: null,
  predecessorCode: null,
});

/** Roots outside the Prime Minister's line: in no roll-up, rank, search or picker of it. Mappings add units below theirs. */
export const ownRoots: UnitSeed[] = [
  root('CENTRAL-FUND', 'fund', 'งบกลาง', 'Central fund'),
  root('X-TH-BUDGET-2565', 'source', 'เอกสารงบประมาณ พ.ศ. 2565', 'Thai budget documents of B.E. 2565'),
  root('X-CA', 'foreign', 'รัฐบาลแคนาดา', 'Government of Canada'),
  root('X-US', 'foreign', 'รัฐบาลสหรัฐอเมริกา', 'Government of the United States'),
  root('X-UN', 'foreign', 'องค์การสหประชาชาติ', 'United Nations'),
  root('X-TEST', 'test', 'หน่วยงานสำหรับทดสอบ', 'Test units'),
];
