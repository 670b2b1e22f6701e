import type { Organisation, DemoUnit } from '../units.ts';

/** How a sender writes its files. */
export type FileStyle = 'csv' | 'semicolon' | 'tab' | 'windows-874' | 'xlsx';

const STYLES: Readonly<Record<string, FileStyle>> = {
  '01000': 'xlsx',
  '07000': 'windows-874',
  '12000': 'tab',
  '13000': 'semicolon',
  '15000': 'xlsx',
  '17000': 'semicolon',
  '21000': 'xlsx',
  '23000': 'xlsx',
};

/** The style of a unit, or of its ministry. */
export function styleOf(org: Organisation, unitCode: string): FileStyle {
  const unit: DemoUnit = org.unit(unitCode);
  return STYLES[unitCode] ?? STYLES[unit.parentCode ?? ''] ?? 'csv';
}

const OWN_MAPPINGS: Readonly<Record<string, string>> = {
  reading: 'demo-agriculture-readings',
  project: 'demo-agriculture-projects',
};

/** The mapping that reads a sender's files of a dataset. */
export function mappingOf(org: Organisation, unitCode: string, dataset: string): string {
  return styleOf(org, unitCode) === 'windows-874'
    ? (OWN_MAPPINGS[dataset] ?? `contract-${dataset}`)
    : `contract-${dataset}`;
}
