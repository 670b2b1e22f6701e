import { describe, expect, it } from 'vitest';
import { getRuleCounts, getRunFindings } from '#db/reads/runs.ts';
import { READING_HEAD, useEtl } from './suite.ts';

const { database, folder, load, found } = useEtl();
const values = () => database.etl`
  select u.code, r.value::text as value, r.revision from reading r join org_unit u on u.id = r.unit_id join indicator i on i.id = r.indicator_id
   where i.code = 'FN-01' and r.superseded_in is null order by u.code, r.period_id`;

describe('a load', () => {
  it('shows its records and says the second time that nothing changed', async () => {
    const path = folder.write(
      'first.csv',
      `${READING_HEAD}FN-01,03003,2569-10,10,,,,\nFN-01,03004,2569-10,"1,250",,,,หมายเหตุ\n`,
    );
    expect(await load(path)).toMatchObject({ status: 'loaded', read: 2, accepted: 2, unchanged: 0, rejected: 0 });
    expect(await values()).toEqual([
      { code: '03003', value: '10', revision: 1 },
      { code: '03004', value: '1250', revision: 1 },
    ]);
    expect(await load(path)).toMatchObject({ status: 'unchanged', read: 2, accepted: 0, unchanged: 2 });
  });

  it('makes a revision of what is new and leaves the rest as it was', async () => {
    const path = folder.write(
      'second.csv',
      `${READING_HEAD}FN-01,03003,2569-10,11,,,,\nFN-01,03004,2569-10,1250,,,,หมายเหตุ\n`,
    );
    expect(await load(path)).toMatchObject({ status: 'loaded', read: 2, accepted: 1, unchanged: 1 });
    expect(await values()).toEqual([
      { code: '03003', value: '11', revision: 2 },
      { code: '03004', value: '1250', revision: 1 },
    ]);
  });

  it('reads headings in Thai, Windows-874 and Buddhist dates alike', async () => {
    const path = folder.write('thai.csv', 'รหัสตัวชี้วัด;รหัสหน่วยงาน;งวด;ผล\nFN-01;กรมธนารักษ์;2569-10;๑๑\n', 'windows-874');
    expect(await load(path)).toMatchObject({ read: 1, unchanged: 1 });
  });

  it('rejects bad records each at its own cell and loads the good ones', async () => {
    const rows = [
      'FN-01,03005,2569-10,5,,,,',
      'FN-01,0300X,2569-10,5,,,,',
      'XX-99,03005,2569-10,5,,,,',
      'SV-01,03005,2569-10,120,,,,',
      'FN-01,03006,2569-10,7,,,,',
      'FN-01,03008,2569-10,8,,,,',
    ];
    const run = await load(folder.write('bad.csv', `${READING_HEAD}${rows.join('\n')}\n`));
    expect(run).toMatchObject({ status: 'loaded_with_rejections', read: 6, accepted: 3, rejected: 3 });
    expect(await found(run)).toEqual([
      ['unit_unknown_near', 3, 'B'],
      ['indicator_unknown', 4, 'A'],
      ['share_over_100', 5, 'D'],
    ]);
  });

  it('uses the first of equal records, and none of those that contradict each other', async () => {
    const rows = [
      'FN-01,03009,2569-10,5,,,,',
      'FN-01,03009,2569-10,5,,,,',
      'FN-01,03011,2569-10,5,,,,',
      'FN-01,03011,2569-10,6,,,,',
      'FN-01,03002,2569-10,1,,,,',
      'FN-01,03002,2569-09,1,,,,',
    ];
    const run = await load(folder.write('twice.csv', `${READING_HEAD}${rows.join('\n')}\n`));
    expect(run).toMatchObject({ read: 6, accepted: 3, rejected: 3 });
    expect(await found(run)).toEqual([
      ['duplicate_record', 3, null],
      ['conflicting_duplicate', 4, null],
      ['conflicting_duplicate', 5, null],
    ]);
  });

  it('tells once which columns of the form it did not read, and counts the records as if they were not there', async () => {
    const head = 'รหัสตัวชี้วัด,รหัสหน่วยงาน,งวด,ค่า,ตัวตั้ง,ตัวหาร,โทรศัพท์,\n';
    const rows = ['SV-01,03011,2568-10,,1,2,02,', 'SV-01,03012,2568-10,,1,2,02,', 'FN-01,03012,2568-10,5,,,02,'];
    const run = await load(folder.write('unread.csv', `${head}${rows.join('\n')}\n`));
    expect(run).toMatchObject({ status: 'loaded_with_rejections', read: 3, accepted: 2, rejected: 1, warnings: 2 });
    expect(await found(run)).toEqual([
      ['column_unread_near', 1, 'D'],
      ['column_unread', 1, 'G'],
      ['value_missing', 4, null],
    ]);
  });

  it('shows what it says of columns before the rejections that follow from it', async () => {
    const head = 'รหัสตัวชี้วัด,รหัสหน่วยงาน,งวด,ค่า,โทรศัพท์\n';
    const rows = ['FN-01,กรมธนารักษ์,2569-10,5,02', 'FN-01,03004,2569-10-01,5,02'];
    const run = await load(folder.write('only-unread.csv', `${head}${rows.join('\n')}\n`), {
      feedCode: 'reading-PMOC',
    });
    expect(run).toMatchObject({ status: 'refused', warnings: 3, failure: { code: 'too_many_rejections' } });
    const [shown, rules] = await database.owner.begin(async (tx) => [
      await getRunFindings(tx, { id: run.run!, rule: null, limit: 4, offset: 0 }),
      await getRuleCounts(tx, { id: run.run! }),
    ]);
    const first = ['column_unread_near', 'column_unread', 'value_missing'];
    expect(shown.map(({ ruleCode }) => ruleCode)).toEqual([...first, 'value_missing']);
    expect(rules.map(({ ruleCode }) => ruleCode).sort()).toEqual([...first, 'date_read_as_buddhist'].sort());
    expect(rules.slice(2).map(({ ruleCode }) => ruleCode)).toEqual(['value_missing', 'date_read_as_buddhist']);
  });

  it('names them too where hardly a heading is as it should be, and leaves another file what it is', async () => {
    const refused = async (head: string) =>
      (await load(folder.write('spelled.csv', `${head}\nFN-01,03003,2569-10,1\n`), { feedCode: 'reading-PMOC' }))
        .failure;
    expect(await refused('ตัวชี้วัด,หน่วยงาน,งวดเดือน,ค่า')).toMatchObject({
      code: 'wrong_header_near',
      params: { row: 1, unread: expect.stringContaining('“หน่วยงาน” (B) → รหัสหน่วยงาน / unit_code') },
    });
    expect(await refused('เลขครุภัณฑ์,รายการ,จำนวน,ราคา')).toMatchObject({ code: 'wrong_header' });
  });

  it('names in its refusal the unread columns with what is likely meant, so that all are mended at once', async () => {
    const run = await load(folder.write('renamed.csv', 'รหัสตัวชี้วัด,หน่วยงาน,งวด,ค่า\nFN-01,03003,2569-10,1\n'), {
      feedCode: 'reading-PMOC',
    });
    const unread = '“หน่วยงาน” (B) → รหัสหน่วยงาน / unit_code, “ค่า” (D) → ผล / value';
    expect(run).toMatchObject({
      status: 'refused',
      failure: { code: 'wrong_header_near', params: { expected: 'รหัสหน่วยงาน / unit_code', unread } },
    });
  });

  it('warns of a value a thousand times the month before', async () => {
    const run = await load(folder.write('jump.csv', `${READING_HEAD}FN-01,03004,2569-11,1250000,,,,\n`));
    expect(run).toMatchObject({ accepted: 1, warnings: 1 });
    expect(await found(run)).toEqual([['magnitude_jump', 2, 'D']]);
  });

  it('warns of parts of a ratio that change their size, each at its own cell, and of a ratio where neither part does', async () => {
    const rows = [
      ['2569-01', 800, 1000],
      ['2569-02', 820, 1010],
      // Both parts in thousands: the percentage is as before, the ministry's total is not.
      ['2569-03', 0.81, 1],
      ['2569-04', 800, 1000],
      // The ratio falls to a thousandth, and neither part by more than a hundred times.
      ['2569-05', 8, 10000],
    ].map((cells) => `SV-01,03003,${cells[0]},,${cells[1]},${cells[2]},,`);
    const run = await load(folder.write('parts.csv', `${READING_HEAD}${rows.join('\n')}\n`));
    expect(run).toMatchObject({ accepted: 5, rejected: 0 });
    expect(await found(run)).toEqual([
      ['magnitude_jump', 4, 'E'],
      ['magnitude_jump', 4, 'F'],
      ['magnitude_jump', 5, 'E'],
      ['magnitude_jump', 5, 'F'],
      ['magnitude_jump', 6, 'E'],
    ]);
  });

  it('compares the first of a file with the parts that are published', async () => {
    const sent = `${READING_HEAD}SV-01,03004,2569-05,,700,1000,,\nSV-01,03005,2569-05,,700,1000,,\n`;
    await load(folder.write('before.csv', sent));
    const next = `${READING_HEAD}SV-01,03004,2569-06,,700000,1000000,,\nSV-01,03005,2569-06,,650,1000,,\n`;
    const run = await load(folder.write('after.csv', next));
    expect(await found(run)).toEqual([
      ['magnitude_jump', 2, 'E'],
      ['magnitude_jump', 2, 'F'],
    ]);
    const ratio = await load(
      folder.write('ratio.csv', `${READING_HEAD}SV-01,03005,2569-07,,6.5,10000,,\nSV-01,03004,2569-04,,1,1,,\n`),
    );
    expect(await found(ratio)).toEqual([['magnitude_jump', 2, 'E']]);
  });

  it('refuses a file whole above the share of rejects and leaves the screens as they were', async () => {
    const before = await values();
    const run = await load(
      folder.write(
        'mostly-bad.csv',
        `${READING_HEAD}FN-01,03003,2569-10,99,,,,\nFN-01,nowhere,2569-10,5,,,,\nFN-01,Y,2569-10,6,,,,\n`,
      ),
      { feedCode: 'reading-PMOC' },
    );
    expect(run).toMatchObject({
      status: 'refused',
      read: 3,
      rejected: 3,
      accepted: 0,
      failure: { code: 'too_many_rejections', params: { rejected: 2, read: 3, limit: 50 } },
    });
    const [stored] = await database.etl`
      select r.read, r.accepted + r.unchanged + r.rejected as parts, (select sum(accepted_records)::int from run_total where run_id = r.id) as taken from etl_run r where id = ${run.run}`;
    expect(stored).toEqual({ read: 3, parts: 3, taken: 0 });
    expect((await found(run)).map(([rule, row]) => [rule, row])).toEqual([
      ['unit_unknown', 3],
      ['unit_unknown', 4],
    ]);
    expect(await values()).toEqual(before);
    const [staged] =
      await database.etl`select (select count(*) from staging.reading)::int + (select count(*) from staging.record)::int as rows`;
    expect(staged).toEqual({ rows: 0 });
  });

  it.each([
    ['an empty file', '', 'empty'],
    ['headings without records', READING_HEAD, 'empty'],
    ["another file's headings", 'a,b,c\n1,2,3\n', 'wrong_header'],
    ['a heading twice', `value,${READING_HEAD}1,FN-01,03003,2569-10,1,,,,\n`, 'duplicate_header'],
  ])('refuses %s with its reason', async (_, content, code) => {
    const run = await load(folder.write(`${code}.csv`, content), { feedCode: 'reading-PMOC' });
    expect(run).toMatchObject({ status: 'refused', failure: { code } });
    const [row] = await database.etl`select status, failure_reason as reason from etl_run where id = ${run.run}`;
    expect(row).toEqual({ status: 'refused', reason: code });
  });

  it('stores nothing in a dry run and says the same', async () => {
    const [before] = await database.etl`select count(*)::int as runs from etl_run`;
    const path = folder.write(
      'dry.csv',
      `${READING_HEAD}FN-01,03003,2569-10,77,,,,\nFN-01,03003,2569-10,77,,,,\nFN-01,03004,2569-10,x,,,,\nFN-01,03005,2569-10,4,,,,\n`,
    );
    const run = await load(path, { dryRun: true });
    expect(run).toMatchObject({ run: null, status: 'checked', read: 4, rejected: 2, accepted: 2 });
    expect(run.findings!.map(({ rule, row }) => [rule, row])).toEqual([
      ['number_unreadable', 4],
      ['duplicate_record', 3],
    ]);
    expect((await database.etl`select count(*)::int as runs from etl_run`)[0]).toEqual(before);
  });

  it('takes the period given beside a file without one', async () => {
    const run = await load(folder.write('no-period.csv', 'indicator_code,unit_code,value\nFN-01,03003,3\n'), {
      period: '2569-08',
    });
    expect(run).toMatchObject({ accepted: 1, rejected: 0 });
  });

  it('lets a second load of the same feed wait and say so', async () => {
    const path = folder.write('both.csv', `${READING_HEAD}FN-01,03012,2569-10,1,,,,\n`);
    const stages: string[][] = [[], []];
    const runs = await Promise.all(
      [0, 1].map((i) => load(path, { onProgress: ({ stage }) => stages[i]!.push(stage) })),
    );
    expect(runs.map(({ status }) => status).sort()).toEqual(['loaded', 'unchanged']);
    expect(stages.flat().filter((stage) => stage === 'waiting')).toHaveLength(1);
  });

  it('buries a run that died and loads again', async () => {
    const path = folder.write('again.csv', `${READING_HEAD}FN-01,03003,2569-07,1,,,,\n`);
    const first = await load(path);
    await database.etl`update etl_run set status = 'running', stage = 'staging', accepted = 0 where id = ${first.run}`;
    await database.etl`insert into staging.reading (run_id, record_no, file_no, row_no, unit_code, indicator_code, fiscal_year, period_id, slice_id, state) values (${first.run}, 1, 1, 2, 'x', 'x', '0', '0', '0', 'reported')`;
    await load(path);
    const [dead] = await database.etl`select status, failure_reason as reason from etl_run where id = ${first.run}`;
    expect(dead).toEqual({ status: 'failed', reason: 'interrupted' });
    const [{ off }] =
      (await database.etl`select count(*)::int as off from etl_run where status not in ('waiting', 'running') and read <> accepted + unchanged + rejected`) as unknown as [
        { off: number },
      ];
    expect(off).toBe(0);
    expect((await database.etl`select count(*)::int as rows from staging.reading`)[0]).toEqual({ rows: 0 });
  });
});

describe('what refers to the unknown', () => {
  it('rejects milestones of projects that nobody sent and agreements of positions that are none', async () => {
    const milestones = await load(
      folder.write('milestones.csv', 'project_code,milestone_code,title_th,due_on\nNONE,1,ทดสอบ,2026-12-01\n'),
      { mapping: 'milestone' },
    );
    expect(milestones).toMatchObject({ status: 'refused', rejected: 1 });
    expect((await found(milestones)).map(([rule]) => rule)).toEqual(['project_unknown']);
    const head =
      'agreement_code,agreement_type,fiscal_year,unit_code,maker_position,recipient_position,kpi_no,indicator_code,perspective,kpi_type,weight_12,t1,t2,t3,t4,t5,plan_12';
    const kpi = 'PA-1,PM_MIN,2570,03000,nobody,pm,1,SV-01,QUA,higher,100,60,65,70,75,80,80';
    const agreement = await load(folder.write('agreement.csv', `${head}\n${kpi}\n`), { mapping: 'agreement' });
    expect((await found(agreement)).map(([rule]) => rule)).toEqual(['position_unknown']);
  });
});
