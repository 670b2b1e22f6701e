import type { RunView } from '#app/runs/run-view.ts';

/** A run that loaded with two refused records, as its sender sees it. */
export function buildRunView(run: Partial<RunView['run']> = {}, more: Partial<Omit<RunView, 'run'>> = {}): RunView {
  return {
    title: 'การนำเข้าครั้งที่ 12',
    publicationId: 40,
    asOfOn: '2026-11-20',
    run: {
      id: 12,
      feed: { code: 'reading-03003', name: 'ผลตัวชี้วัด กรมธนารักษ์' },
      unit: { code: '03003', name: 'กรมธนารักษ์' },
      dataset: 'reading',
      mapping: 'contract-reading',
      mappingTitle: 'หัวคอลัมน์ตามแบบฟอร์มกลาง',
      mappingVersion: '1',
      status: 'loaded_with_rejections',
      stage: 'done',
      failure: null,
      source: 'upload',
      startedAt: '2026-11-20T02:00:00Z',
      finishedAt: '2026-11-20T02:00:04Z',
      senderTitle: 'เจ้าหน้าที่ข้อมูลกรมธนารักษ์',
      senderName: null,
      classification: 'public',
      publishedIn: 40,
      levels: 1,
      ahead: 0,
      counts: { read: 5, accepted: 3, unchanged: 0, rejected: 2, warnings: 0 },
      faulty: null,
      ...run,
    },
    files: [{ fileNo: 1, name: 'ผล.csv', format: 'csv', encoding: 'utf-8', encodingName: 'UTF-8', sheets: [], records: 5, original: 'none' }],
    columns: [],
    totals: { ok: true, value: [] },
    areTotalsKept: false,
    rules: [
      { key: 'rejection:number_with_words', severity: 'rejection', code: 'number_with_words', count: 1, sentence: 'มีตัวอักษรปน' },
      { key: 'rejection:value_missing', severity: 'rejection', code: 'value_missing', count: 1, sentence: 'ไม่มีผล' },
    ],
    findings: {
      ok: true,
      value: {
        rows: [
          { seq: 1, severity: 'rejection', sentence: 'มีตัวอักษรปนในช่องตัวเลข กรอกเฉพาะตัวเลข', fileName: null, sheet: null, rowNo: 14, sourceColumn: 'D', sourceHeader: 'ผล', rawValue: 'ประมาณ 90', record: [{ column: 'D', header: 'ผล', value: 'ประมาณ 90' }] },
          { seq: 2, severity: 'rejection', sentence: 'ไม่มีผล', fileName: null, sheet: null, rowNo: 15, sourceColumn: 'D', sourceHeader: 'ผล', rawValue: '', record: null },
        ],
        ruleKey: null,
        page: 1,
        pages: 1,
        total: 2,
      },
    },
    areFindingsKept: false,
    decisions: [],
    acts: ['submit', 'withdraw'],
    waitsFor: 'Sender',
    request: null,
    isHeaderOnly: false,
    ...more,
  };
}
