import { writeFile } from 'node:fs/promises';
import { writeXlsx } from 'hucre/xlsx';
import { tellChoices } from '../checks/choice-cells.ts';
import type { CellType, Contract } from '../datasets/contract.ts';

/** A workbook to fill in: Thai headings and one example, a sheet that explains each column, one with the code names. */
export async function writeTemplate(contract: Contract, path: string): Promise<void> {
  const { columns } = contract;
  const headings = columns.map(({ th, isRequired }) => (isRequired ? `${th} *` : th));
  const instructions = [
    ['คอลัมน์', 'Column', 'รหัสคอลัมน์', 'จำเป็น', 'ชนิด', 'คำอธิบาย', 'About', 'ตัวอย่าง'],
    ...columns.map((column) => [
      column.th,
      column.en,
      column.name,
      column.isRequired ? 'จำเป็น' : '',
      kindOf(column.type),
      column.aboutTh,
      column.aboutEn,
      column.example,
    ]),
  ];
  const bytes = await writeXlsx({
    sheets: [
      {
        name: contract.th.slice(0, 31),
        rows: [headings, columns.map(({ example }) => example)],
        freezePane: { rows: 1 },
      },
      { name: 'คำอธิบาย', rows: instructions, freezePane: { rows: 1 } },
    ],
  });
  await writeFile(path, bytes);
}

function kindOf(type: CellType): string {
  switch (type.kind) {
    case 'choice':
      return tellChoices(type.values, type.words).join(' | ');
    case 'year':
      return type.era === 'buddhist' ? 'ปี พ.ศ.' : 'ปี ค.ศ.';
    default:
      return KINDS[type.kind];
  }
}

const KINDS = {
  text: 'ข้อความ',
  code: 'รหัส',
  number: 'ตัวเลข',
  flag: 'ใช่ | ไม่',
  date: 'วันที่',
  period: 'งวด',
  unit: 'หน่วยงาน',
  indicator: 'ตัวชี้วัด',
} as const;
