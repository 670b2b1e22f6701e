/** Names of the sheets of numbers, as they stand in `?sheet=`. */
export const sheetName = {
  kpiScore: (kpiId: number, round: number) => `kpi-score:${kpiId}:${round}`,
  agreementScore: (agreementId: number, round: number, perspective: string) =>
    `agreement-score:${agreementId}:${round}:${perspective}`,
  figure: (unitCode: string, indicatorCode: string, periodId: number, sliceId = 0) =>
    `figure:${unitCode}:${indicatorCode}:${periodId}:${sliceId}`,
  project: (code: string) => `project:${code}`,
  reading: (key: { fiscalYear: number; unitId: number; indicatorId: number; periodId: number; sliceId: number }) =>
    `record:reading:${key.fiscalYear}:${key.unitId}:${key.indicatorId}:${key.periodId}:${key.sliceId}`,
  kpiRecord: (kpiId: number) => `record:kpi:${kpiId}`,
  projectRecord: (projectId: number) => `record:project:${projectId}`,
  milestoneRecord: (projectId: number, code: string) => `record:milestone:${projectId}:${code}`,
  budgetRecord: (key: { fiscalYear: number; unitId: number; periodId: number; lineKey: string }) =>
    `record:budget:${key.fiscalYear}:${key.unitId}:${key.periodId}:${key.lineKey}`,
} as const;

export type SheetName =
  | { kind: 'kpi-score'; kpiId: number; round: number }
  | { kind: 'agreement-score'; agreementId: number; round: number; perspective: string }
  | { kind: 'figure'; unitCode: string; indicatorCode: string; periodId: number; sliceId: number }
  | { kind: 'project'; code: string }
  | { kind: 'record'; key: RecordName };

export type RecordName =
  | { table: 'reading'; fiscalYear: number; unitId: number; indicatorId: number; periodId: number; sliceId: number }
  | { table: 'kpi'; kpiId: number }
  | { table: 'project'; projectId: number }
  | { table: 'milestone'; projectId: number; code: string }
  | { table: 'budget'; fiscalYear: number; unitId: number; periodId: number; lineKey: string };

/** Reads a sheet's name; null for one that names no number, such as the shell's own sheets. */
export function parseSheetName(name: string | null): SheetName | null {
  const [kind, ...rest] = name?.split(':') ?? [];
  const [first = '', second = '', third = ''] = rest;
  switch (kind) {
    case 'kpi-score':
      return areWhole(first, second) ? { kind, kpiId: Number(first), round: Number(second) } : null;
    case 'agreement-score':
      return areWhole(first, second) && third
        ? { kind, agreementId: Number(first), round: Number(second), perspective: third }
        : null;
    case 'figure':
      return parseFigure(rest);
    case 'project':
      return first ? { kind, code: rest.join(':') } : null;
    case 'record': {
      const key = parseRecord(rest);
      return key && { kind, key };
    }
    default:
      return null;
  }
}

/** An indicator's code may have colons of its own. */
function parseFigure(parts: string[]): SheetName | null {
  const [unitCode = '', ...rest] = parts;
  const [periodId = '', sliceId = ''] = rest.slice(-2);
  const indicatorCode = rest.slice(0, -2).join(':');
  return unitCode && indicatorCode && areWhole(periodId, sliceId)
    ? { kind: 'figure', unitCode, indicatorCode, periodId: Number(periodId), sliceId: Number(sliceId) }
    : null;
}

function parseRecord([table = '', ...rest]: string[]): RecordName | null {
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = rest;
  if (table === 'reading' && rest.length === 5 && areWhole(...rest))
    return {
      table,
      fiscalYear: Number(first),
      unitId: Number(second),
      indicatorId: Number(third),
      periodId: Number(fourth),
      sliceId: Number(fifth),
    };
  if (table === 'kpi' && areWhole(first)) return { table, kpiId: Number(first) };
  if (table === 'project' && areWhole(first)) return { table, projectId: Number(first) };
  if (table === 'milestone' && areWhole(first) && second)
    return { table, projectId: Number(first), code: rest.slice(1).join(':') };
  if (table === 'budget' && areWhole(first, second, third) && fourth)
    return {
      table,
      fiscalYear: Number(first),
      unitId: Number(second),
      periodId: Number(third),
      lineKey: rest.slice(3).join(':'),
    };
  return null;
}

/** Small enough for the database's whole numbers. */
const areWhole = (...texts: string[]) => texts.every((text) => /^\d{1,9}$/.test(text));
