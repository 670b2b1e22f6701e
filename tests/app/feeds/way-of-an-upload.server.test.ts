import { describe, expect, it } from 'vitest';
import { getFeedView } from '#app/feeds/feed.server.ts';
import { getFeedsView } from '#app/feeds/feeds.server.ts';
import { getOperationalView } from '#app/dashboards/operational/operational.server.ts';
import { getRunView } from '#app/runs/run.server.ts';
import { fixedClock } from '#db/clock.ts';
import { loadUpload } from '#etl/tasks/load-upload.ts';
import { testNow, thrownBy } from '#tests/setup/visitor.ts';
import { useUploads } from './upload-suite.ts';

const { database, send, see, act } = useUploads();
const clock = fixedClock(testNow);

const header = 'indicator_code,unit_code,period,numerator,denominator';
const messy = `${header},หมายเหด\nRATIO,03003,2569-10,9,10,\nRATIO,03003,2569-11,"12,5",10,\nRATIOO,03003,2569-10,1,2,\n`;

describe('from the drop area to the level above', () => {
  let runId = 0;
  it('the officer sees the column that was not read, the refused cells by row and column, and that the rest is in', async () => {
    const { uploads } = await send('officer-03003', [['ผล ต.ค.csv', messy]]);
    const before = await see('officer-03003', (tx, viewer) => getFeedsView(tx, viewer, {}));
    expect(before).toMatchObject({ kind: 'officer', counts: { late: 1, waiting: 0 } });
    const listed = before.kind === 'officer' && before.uploads.ok ? before.uploads.value : [];
    expect(listed[0]).toMatchObject({ name: 'ผล ต.ค.csv', status: 'waiting' });
    await database.owner`update feed set max_rejected_share = 0.9`;
    await loadUpload({ sql: database.etl, clock, uploadId: uploads[0]!.id, attempt: 1 });
    const view = await see('officer-03003', (tx, viewer) => getFeedsView(tx, viewer, {}));
    const last = view.kind === 'officer' && view.last.ok ? view.last.value : null;
    runId = last!.id;
    expect(last).toMatchObject({
      status: 'loaded_with_rejections',
      read: 3,
      accepted: 1,
      unchanged: 0,
      rejected: 2,
      maySubmit: true,
    });
    expect(last!.findings.map(({ rowNo, sourceColumn, rawValue }) => [rowNo, sourceColumn, rawValue])).toEqual([
      [1, 'F', 'หมายเหด'],
      [3, 'D', '12,5'],
      [4, 'A', 'RATIOO'],
    ]);
    expect(last!.findings[0]!.sentence).toContain('หมายเหตุ / note');
    expect(last!.findings[2]!.sentence).toContain('RATIO');
    expect(await database.owner`select 1 from upload_chunk where upload_id = ${uploads[0]!.id}`).toHaveLength(0);
  });

  it('before it is submitted nobody above is bothered, after it the ministry has it to decide', async () => {
    const waiting = async (unit?: string) =>
      (await see('officer-03000', (tx, viewer) => getOperationalView(tx, viewer, { show: 'waiting', unit }))).queue;
    expect(await waiting()).toMatchObject({ ok: true, value: { counts: { waiting: 0 }, rows: [] } });
    expect(await act('officer-03003', runId, { act: 'submit' })).toEqual({ act: 'submit', refusal: null });
    expect(await waiting()).toMatchObject({
      ok: true,
      value: { counts: { waiting: 1 }, rows: [{ about: 'run', run: runId, mayDecide: true, unitShortName: 'ธร.' }] },
    });
    // Among all ministries an abbreviation says whose it is.
    expect(await waiting('PMOC')).toMatchObject({ ok: true, value: { rows: [{ unitShortName: 'ธร. กค.' }] } });
  });

  it('who has no right gets the reason, and the run says what each may do', async () => {
    const actsOf = async (position: string) =>
      (await see(position, (tx, viewer) => getRunView(tx, viewer, { id: runId }))).acts;
    expect(await actsOf('officer-03003')).toEqual(['withdraw']);
    expect(await actsOf('officer-03000')).toEqual(['accept', 'return']);
    expect(await actsOf('minister-03000')).toEqual([]);
    expect((await act('officer-03000', runId, { act: 'return' })).refusal).toBe('remark_needed');
    expect((await act('dg-03003', runId, { act: 'accept' })).refusal).toBe('not_the_level_above');
    expect((await thrownBy(act('officer-03003', 999, { act: 'submit' }))).status).toBe(404);
  });

  it('the ministry accepts, and its own figures have it', async () => {
    const figure = () =>
      see(
        'minister-03000',
        (tx) =>
          tx<
            { value: string }[]
          >`select value from figure f join org_unit u on u.id = f.unit_id where u.code = '03000' and superseded_in is null`,
      );
    expect(await figure()).toHaveLength(0);
    expect((await act('officer-03000', runId, { act: 'accept' })).refusal).toBeNull();
    expect((await figure()).length).toBeGreaterThan(0);
    const view = await see('officer-03003', (tx, viewer) => getRunView(tx, viewer, { id: runId }));
    expect(view.decisions.map(({ decision }) => decision)).toEqual(['submitted', 'accepted']);
    expect(view.waitsFor).toBe('PMOC');
    expect(view.rules.map(({ key, count, sentence }) => [key, count, sentence]).sort()).toEqual([
      ['rejection:indicator_unknown_near', 1, 'ไม่รู้จักตัวชี้วัด แต่มีที่ใกล้เคียง'],
      ['rejection:number_decimal_comma', 1, 'ใช้จุลภาคเป็นทศนิยม อ่านได้สองแบบ'],
      ['warning:column_unread_near', 1, 'คอลัมน์ที่ไม่ได้อ่าน เพราะหัวตารางไม่ตรงแบบ'],
    ]);
    expect(view.totals).toMatchObject({
      value: [
        { header: 'denominator', readTotal: '22', acceptedTotal: '10', isWhole: false },
        { header: 'numerator', readTotal: '10', acceptedTotal: '9', isWhole: false },
      ],
    });
  });

  it('an administrator sees that it exists and its counts, and no value', async () => {
    const view = await see('admin', (tx, viewer) => getRunView(tx, viewer, { id: runId }));
    expect(view).toMatchObject({
      isHeaderOnly: true,
      run: { counts: { read: 3, rejected: 2 } },
      totals: { value: [] },
      findings: { value: { rows: [] } },
    });
    expect((await thrownBy(see('admin', (tx, viewer) => getRunView(tx, viewer, { id: 999 })))).status).toBe(404);
  });

  it('the feed page has the run in its history, and the delivery as a dot', async () => {
    const view = await see('officer-03003', (tx, viewer) => getFeedView(tx, viewer, { code: 'reading-03003' }));
    expect(view.runs).toMatchObject({ ok: true, value: { pages: 1 } });
    expect(view.runs.ok && view.runs.value.rows.find(({ id }) => id === runId)).toMatchObject({
      decision: 'accepted',
      accepted: 1,
    });
    expect(view.deliveries.ok && view.deliveries.value.rows[0]!.states.slice(-2)).toEqual(['reported', 'not_due']);
  });

  it('every act stands in the audit log, refused ones too', async () => {
    const acts = await database.owner<
      { act: string; outcome: string }[]
    >`select act, outcome from access.audit_log where act in ('load', 'submit', 'accept', 'return') order by id`;
    expect(acts.map(({ act, outcome }) => `${act} ${outcome}`)).toEqual(
      expect.arrayContaining(['load done', 'submit done', 'accept refused', 'return refused', 'accept done']),
    );
  });
});
