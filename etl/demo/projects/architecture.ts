import { needsEnterpriseArchitecture } from '#domain/projects/ea-gate.ts';
import { chance } from '../random.ts';

/** How a project comes by its enterprise architecture, where it needs one: in time, only while it is already being built, or let off. */
export type ArchitectureCourse = 'not_needed' | 'in_time' | 'behind' | 'waived';

export function architectureOf(isDataExchange: boolean, valueSatang: number, key: string): ArchitectureCourse {
  const valueBaht = String(valueSatang / 100);
  if (!needsEnterpriseArchitecture({ isDataExchange, valueBaht })) return 'not_needed';
  const course = chance('ea', key);
  return course < 0.76 ? 'in_time' : course < 0.95 ? 'behind' : 'waived';
}

/** The cells of a report when so much of the work is done. */
export function architectureCells(course: ArchitectureCourse, percentDone: number): Record<string, string> {
  switch (course) {
    case 'not_needed':
      return { ea_status: 'none' };
    case 'in_time':
      return { ea_status: percentDone >= 15 ? 'complete' : percentDone >= 5 ? 'drafting' : 'none' };
    case 'behind':
      return { ea_status: percentDone >= 65 ? 'complete' : percentDone >= 12 ? 'drafting' : 'none' };
    case 'waived':
      return percentDone >= 15
        ? { ea_status: 'waived', ea_waiver_reason: 'ใช้สถาปัตยกรรมของโครงการระยะเดิมซึ่งจัดทำและรับรองแล้ว' }
        : { ea_status: 'drafting' };
  }
}
