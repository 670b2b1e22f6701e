import { translator } from '#domain/messages/translate.ts';
import type { Finding } from '../checks/finding.ts';

/** A finding as two lines: where it stands, what is wrong in both languages. */
export function findingLines({ rule, severity, params, fileNo, sheet, row, sourceColumn, raw }: Finding): string[] {
  const place = [`file ${fileNo}`, sheet, `row ${row}`, sourceColumn === null ? '' : `column ${sourceColumn}`]
    .filter((part) => part !== '')
    .join(' · ');
  const value = raw === null ? '' : `  “${raw.slice(0, 80)}”`;
  return [
    `${severity} ${rule} · ${place}${value}`,
    `  ${sentence('th', rule, params)}`,
    `  ${sentence('en', rule, params)}`,
  ];
}

function sentence(language: 'th' | 'en', rule: string, params: object): string {
  const t = translator(language) as unknown as (key: string, params: object) => string;
  return t(`rules.${rule}`, params);
}
