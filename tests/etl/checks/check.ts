import { RecordChecker } from '#etl/checks/record-checker.ts';
import { Reference, type IndicatorRef, type UnitRef } from '#etl/checks/reference.ts';
import { contracts } from '#etl/datasets/contracts.ts';
import type { DatasetName } from '#etl/datasets/contract.ts';
import type { HeaderRow } from '#etl/decode/record.ts';
import { identityMapping } from '#etl/mappings/identity.ts';
import type { Mapping } from '#etl/mappings/mapping.ts';

const unit = (id: number, code: string, nameTh: string, path: number[], more: Partial<UnitRef> = {}): UnitRef => ({
  id,
  code,
  nameTh,
  nameEn: code,
  abbrTh: null,
  abbrEn: null,
  aliases: [],
  ministryId: path[1] ?? 1,
  rootId: 1,
  path,
  validFrom: null,
  validTo: null,
  ...more,
});
const indicator = (id: number, code: string, isShare: boolean): IndicatorRef => ({
  id,
  code,
  nameTh: `ตัวชี้วัด ${code}`,
  nameEn: code,
  version: 1,
  isShare,
  frequency: 'month',
  rootId: 1,
});

export const FINANCE = unit(2, '03000', 'กระทรวงการคลัง', [1, 2], { abbrTh: 'กค' });
const units = [
  unit(1, 'PMOC', 'ศูนย์ปฏิบัติการนายกรัฐมนตรี', [1]),
  FINANCE,
  unit(3, '03004', 'กรมบัญชีกลาง', [1, 2, 3], { aliases: ['กรมบัญชึกลาง'] }),
  unit(4, '02000', 'กระทรวงกลาโหม', [1, 4]),
  unit(5, '03099', 'กรมเก่า', [1, 2, 5], { validTo: '2020-09-30' }),
];
const reference = new Reference(
  '1',
  units,
  [indicator(1, 'SV-01', true), indicator(2, 'FN-01', false)],
  [{ id: 7, kind: 'layer', code: '2' }],
);

export type Said = { accepted: boolean; rules: string[]; values: Record<string, string | null> };

/** What the checks say of one record given as contract column → cell. */
export function check(dataset: DatasetName, cells: Record<string, string>, mapping: Partial<Mapping> = {}): Said {
  const checker = checkerOf(dataset, { row: 1, names: Object.keys(cells) }, mapping);
  const accepted = checker.check({ row: 2, line: 2, cells: Object.values(cells) });
  return { accepted, rules: checker.findings.map(({ rule }) => rule), values: { ...checker.row.values } };
}

/** A checker of a sheet with these headings. */
export function checkerOf(dataset: DatasetName, header: HeaderRow, mapping: Partial<Mapping> = {}): RecordChecker {
  const contract = contracts[dataset];
  const scope = {
    reference,
    isUnitInScope: () => true,
    isIndicatorInScope: () => true,
    sender: FINANCE,
    today: '2026-11-20',
  };
  return new RecordChecker(
    contract,
    { ...identityMapping(contract), ...mapping },
    header,
    { fileNo: 1, sheet: '' },
    { file: {}, sheet: {} },
    scope,
  );
}
