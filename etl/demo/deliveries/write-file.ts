import { formatThaiDate } from '../files/thai-date.ts';
import { toThaiDigits } from '#domain/text/thai-digits.ts';
import { contracts } from '../../datasets/contracts.ts';
import type { DatasetName } from '../../datasets/contract.ts';
import { demoAgricultureProjects, demoAgricultureReadings } from '../../mappings/demo-agriculture.ts';
import type { Mapping } from '../../mappings/mapping.ts';
import { csv874File, csvFile, tabFile } from '../files/delimited.ts';
import { toTable, type DemoFile } from '../files/table.ts';
import { xlsxFile } from '../files/xlsx.ts';
import type { Organisation } from '../units.ts';
import type { FileStyle } from './senders.ts';

type Rows = readonly Record<string, string>[];

/** Writes rows of contract columns the way a sender writes; `stem` is the file's name without its ending. */
export async function writeFile(
  org: Organisation,
  style: FileStyle,
  dataset: DatasetName,
  stem: string,
  title: string,
  rows: Rows,
): Promise<DemoFile> {
  const { columns } = contracts[dataset];
  const names = columns.map(({ name }) => name);
  const thai = Object.fromEntries(columns.map(({ name, th }) => [name, th]));
  switch (style) {
    case 'csv':
      return csvFile(`${stem}.csv`, toTable(rows, names));
    case 'semicolon':
      return csvFile(`${stem}.csv`, toTable(rows, names, thai), ';');
    case 'tab':
      return tabFile(`${stem}.tsv`, toTable(rows, names, thai));
    case 'xlsx': {
      const numeric = new Set(columns.filter(({ type }) => type.kind === 'number').map(({ th }) => th));
      return xlsxFile(
        `${stem}.xlsx`,
        'ข้อมูล',
        [title, 'ข้อมูลสาธิต – ตัวเลขทั้งหมดเป็นการสมมติ'],
        toTable(rows, names, thai),
        (heading) => numeric.has(heading),
      );
    }
    case 'windows-874':
      return old(org, dataset, stem, rows);
  }
}

/** The old system: its own headings, names for codes of units, Thai digits with commas, Buddhist dates in words. */
function old(org: Organisation, dataset: DatasetName, stem: string, rows: Rows): DemoFile {
  const mapping: Mapping = dataset === 'project' ? demoAgricultureProjects : demoAgricultureReadings;
  const headings = Object.fromEntries(Object.entries(mapping.columns).map(([name, { from }]) => [name, String(from)]));
  const kinds = new Map(contracts[dataset].columns.map(({ name, type }) => [name, type.kind]));
  const written = rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, text]) => [name, toOldStyle(org, kinds.get(name), text)])),
  );
  return csv874File(`${stem}.csv`, toTable(written, Object.keys(mapping.columns), headings));
}

function toOldStyle(org: Organisation, kind: string | undefined, text: string): string {
  if (text === '') return text;
  if (kind === 'unit') return org.unit(text).nameTh;
  if (kind === 'number') return toThaiDigits(text.replace(/^\d+/, (whole) => whole.replace(/\B(?=(\d{3})+$)/g, ',')));
  if (kind === 'date') return formatThaiDate(text);
  return kind === 'period' || kind === 'year' ? toThaiDigits(text) : text;
}
