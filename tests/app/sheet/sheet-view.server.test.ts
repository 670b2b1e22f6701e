import { beforeAll, describe, expect, test } from 'vitest';
import { withViewer } from '#app/access/viewer.server.ts';
import { getSheetView } from '#app/sheet/sheet-view.server.ts';
import { sheetName } from '#app/sheet/sheet-name.ts';
import { buildPromisedMinistry } from '#tests/build/promised-ministry.ts';
import { useDatabase } from '#tests/setup/database.ts';
import { addHolder, get, makeContext, startTestSession } from '#tests/setup/visitor.ts';

const database = useDatabase();
const tokens: Record<string, string> = {};
let agreementId: number;

beforeAll(async () => {
  for (const login of ['minister-03000', 'dg-07003'])
    tokens[login] = await startTestSession(database, await addHolder(database, login, login));
  await buildPromisedMinistry(database);
  await database.owner`insert into run_file (run_id, file_no, name, sha256, format) select id, 1, 'readings.csv', 'x', 'csv' from etl_run where dataset = 'reading'`;
  await database.owner`
    insert into run_column (run_id, file_no, contract_column, source_header, source_column)
    select r.id, 1, c.name, c.header, c.letter from etl_run r,
      (values ('unit_code', 'หน่วยงาน', 'A'), ('numerator', 'ทันเวลา', 'D'), ('denominator', 'ทั้งหมด', 'E')) c(name, header, letter) where r.dataset = 'reading'`;
  await database.owner`update reading set as_sent = '{"numerator": "๙๐"}' where numerator = 90`;
  [{ agreementId }] = await database.owner<
    [{ agreementId: number }]
  >`select agreement_id as "agreementId" from agreement where code = 'A-MIN'`;
});

const sheet = (name: string | null, login = 'minister-03000') =>
  withViewer(get('/strategic', tokens[login]), makeContext(database), (tx, viewer) =>
    getSheetView(tx, viewer, { name, asOf: null }),
  );

describe('the sheet of a number', () => {
  test('leads from a ministry’s score to the cell of the sender’s file in three taps', async () => {
    const score = await sheet(sheetName.agreementScore(agreementId, 12, 'ALL'));
    const kpi = await sheet(score!.parts.items.find((part) => part.label.includes('PERMITS'))!.sheet!);
    const record = await sheet(kpi!.source.items.find((part) => part.label.startsWith('กรมธนารักษ์'))!.sheet!);
    expect(record!.source.cells).toContainEqual({ address: 'D24', header: 'ทันเวลา', sent: '๙๐', stored: '90' });
    expect(record!.source.facts).toContainEqual({ label: 'แฟ้ม', value: 'readings.csv' });
  });

  test('says how a KPI scored: its thresholds, its fraction, and what it costs', async () => {
    const score = await sheet(sheetName.agreementScore(agreementId, 12, 'ALL'));
    const kpi = await sheet(score!.parts.items[0]!.sheet!);
    expect(kpi!.how.text).toBe('ผลไม่ถึงเกณฑ์ระดับ 1 จึงได้ 1.0000');
    expect(kpi!.how.facts).toContainEqual({ label: 'ตัวตั้งต่อตัวหาร', value: '2,280 ต่อ 13,200' });
  });

  test('shows the same number one level down, department by department', async () => {
    const figure = await sheet(sheetName.figure('03000', 'PERMITS', 256900000));
    expect(figure!.parts.items.map((part) => [part.label, part.value])).toEqual([
      ['กรมธนารักษ์', '90.00%'],
      ['กรมบัญชีกลาง', '10.00%'],
    ]);
    const department = await sheet(figure!.parts.items[0]!.sheet!);
    expect(department!.parts.items).toHaveLength(12);
  });

  test.each([
    null,
    'units',
    'kpi-score:1',
    'record:reading:1:2',
    'figure:03000:PERMITS:1:0',
    'kpi-score:999999:12',
    "figure:x':y:256900000:0",
  ])('is no sheet for %s', async (name) => {
    expect(await sheet(name)).toBeNull();
  });
});
