import { toDecimal, type Decimal } from '#domain/numbers/decimal.ts';
import type { Row } from '../checks/row.ts';
import type { Contract, ContractColumn } from './contract.ts';

const share = (name: string, th: string, en: string): ContractColumn => ({
  name,
  th,
  en,
  type: { kind: 'number', min: 0, max: 1 },
  aboutTh: 'ค่า 0–1 ตามที่พิมพ์',
  aboutEn: '0 to 1, as printed',
  example: '0.50980',
});

/** A country's place in an international index, as its source printed it. */
export const index: Contract = {
  dataset: 'index',
  version: '1',
  th: 'ดัชนีระหว่างประเทศ',
  en: 'Country indices',
  columns: [
    {
      name: 'index_code',
      th: 'รหัสดัชนี',
      en: 'Index code',
      type: { kind: 'code' },
      isRequired: true,
      aboutTh: 'เช่น EGDI',
      aboutEn: 'e.g. EGDI',
      example: 'EGDI',
    },
    {
      name: 'unit_code',
      th: 'รหัสประเทศ',
      en: 'Country code',
      type: { kind: 'unit' },
      isRequired: true,
      aboutTh: 'รหัสสามตัวอักษร (ISO 3166)',
      aboutEn: 'Three letters (ISO 3166)',
      example: 'THA',
    },
    {
      name: 'year',
      th: 'ปี ค.ศ.',
      en: 'Year',
      type: { kind: 'year', era: 'common' },
      isRequired: true,
      aboutTh: 'ปีที่สำรวจ คริสต์ศักราช',
      aboutEn: 'Year of the survey, common era',
      example: '2012',
    },
    {
      name: 'rank',
      th: 'อันดับ',
      en: 'Rank',
      type: { kind: 'number', min: 1, isWhole: true },
      aboutTh: 'อันดับ',
      aboutEn: 'Rank',
      example: '92',
    },
    share('value', 'ค่าดัชนี', 'Index'),
    share('online_service', 'บริการออนไลน์ (OSI)', 'Online service'),
    share('telecom_infrastructure', 'โครงสร้างพื้นฐานโทรคมนาคม (TII)', 'Telecommunication infrastructure'),
    share('human_capital', 'ทุนมนุษย์ (HCI)', 'Human capital'),
    share('participation', 'การมีส่วนร่วม', 'Participation'),
  ],
  check: checkIndex,
  keyOf: ({ values }) => `${values.index_code}|${values.unit_code}|${values.year}`,
};

const PARTS = ['online_service', 'human_capital', 'telecom_infrastructure'] as const;

function checkIndex(row: Row): void {
  const index = row.number('value');
  const parts = PARTS.map((name) => row.number(name));
  PARTS.forEach((name, i) => {
    if (parts[i] === null) row.warn('part_blank', name);
  });
  if (index === null) return row.warn('part_blank', 'value');
  if (row.text('rank') === null) row.warn('part_blank', 'rank');
  if (parts.some((part) => part === null)) return;
  const weights = weightsOf(row);
  const computed = parts
    .reduce<Decimal>((sum, part, i) => sum.plus(part!.times(weights[i]!)), toDecimal(0))
    .dividedBy(weights.reduce((a, b) => a.plus(b)));
  if (computed.minus(index).abs().lte(ROUNDING)) return;
  row.warn('index_not_from_parts', 'value', { computed: computed.toFixed(5) });
}

/** Printed figures are rounded to four or five places; parts and index each carry such an error. */
const ROUNDING = 0.0001;

/** Weights of online service, human capital, infrastructure: equal, unless the mapping names others for the year. */
function weightsOf(row: Row): Decimal[] {
  const byYear = row.settings.weights as Record<string, Record<string, string>> | undefined;
  const own = byYear?.[row.text('year') ?? ''];
  return PARTS.map((name) => toDecimal(own?.[name] ?? '1'));
}
