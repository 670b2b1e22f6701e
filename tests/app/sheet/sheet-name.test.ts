import { describe, expect, test } from 'vitest';
import { parseSheetName, sheetName } from '#app/sheet/sheet-name.ts';

describe('the name of a sheet', () => {
  test.each([
    [sheetName.kpiScore(7, 12), { kind: 'kpi-score', kpiId: 7, round: 12 }],
    [sheetName.agreementScore(3, 9, 'EFF'), { kind: 'agreement-score', agreementId: 3, round: 9, perspective: 'EFF' }],
    [
      sheetName.figure('03003', 'A:B', 256900000, 21),
      { kind: 'figure', unitCode: '03003', indicatorCode: 'A:B', periodId: 256900000, sliceId: 21 },
    ],
    [sheetName.project('P-1:2'), { kind: 'project', code: 'P-1:2' }],
    [sheetName.kpiRecord(5), { kind: 'record', key: { table: 'kpi', kpiId: 5 } }],
    [sheetName.milestoneRecord(5, 'a:b'), { kind: 'record', key: { table: 'milestone', projectId: 5, code: 'a:b' } }],
  ])('%s reads back as it was written', (name, parsed) => {
    expect(parseSheetName(name)).toEqual(parsed);
  });

  test.each(['', 'find', 'kpi-score:x:12', 'kpi-score:99999999999:12', 'record:reading:2569:1:2:3', 'record:salary:1'])(
    '“%s” names no number',
    (name) => {
      expect(parseSheetName(name)).toBeNull();
    },
  );
});
