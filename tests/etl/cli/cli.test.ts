import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLoad } from '#etl/cli/load.ts';
import { readOptions } from '#etl/cli/options.ts';
import { UsageError } from '#etl/cli/usage.ts';
import { surveyFile } from '#etl/decode/survey.ts';
import { openXlsx } from '#etl/decode/xlsx.ts';
import { findMapping } from '#etl/mappings/mappings.ts';
import { openFile } from '#etl/decode/open-file.ts';
import { gather } from '#tests/etl/files.ts';
import { READING_HEAD, useEtl } from '#tests/etl/suite.ts';
import { lineOf, useCommand } from './run-command.ts';

const { database, folder } = useEtl();
const run = useCommand(database);

describe('the command line', () => {
  it('ends with 0 and one line of JSON when all records are accepted, and shows the run', async () => {
    const path = folder.write('good.csv', `${READING_HEAD}FN-01,03003,2569-10,10,,,,\n`);
    const loaded = await run('load', path, '--dataset', 'reading', '--json');
    const summary = lineOf(loaded.out);
    expect([loaded.code, Object.keys(summary)]).toEqual([
      0,
      ['run', 'feed', 'status', 'read', 'accepted', 'unchanged', 'rejected', 'warnings', 'seconds'],
    ]);
    const shown = lineOf((await run('show', String(summary.run), '--json')).out);
    expect(shown).toMatchObject({
      run: summary.run,
      status: 'loaded',
      stage: 'done',
      files: [{ name: 'good.csv', records: 1 }],
      totals: expect.arrayContaining([
        { column: 'value', group: '', readRecords: 1, read: '10', acceptedRecords: 1, accepted: '10' },
      ]),
    });
  });

  it('ends with 2 when some records are rejected', async () => {
    const path = folder.write('some.csv', `${READING_HEAD}FN-01,03003,2569-09,10,,,,\nFN-01,nowhere,2569-09,10,,,,\n`);
    expect(await run('load', path, '--dataset', 'reading', '--feed', 'reading-PMOC')).toMatchObject({
      code: 2,
      out: expect.stringContaining('rejected 1'),
    });
  });

  it('ends with 1 and the reason in both languages when nothing is loaded', async () => {
    const refused = await run(
      'load',
      folder.write('none.csv', 'a,b\n1,2\n'),
      '--dataset',
      'reading',
      '--feed',
      'reading-PMOC',
    );
    expect(refused).toMatchObject({ code: 1, out: expect.stringMatching(/ไม่พบหัวตาราง[^]*Headings not found/) });
  });

  it('ends with 64 on wrong usage and says nothing on standard output', async () => {
    expect(await run('fly')).toMatchObject({ code: 64, out: '', error: expect.stringContaining('no command "fly"') });
  });

  it.each([
    [['load'], 'at least one file'],
    [['load', 'x.csv'], 'either --mapping or --dataset'],
    [['load', 'x.csv', '--mapping', 'nobody'], 'no mapping'],
    [['load', 'x.csv', '--dataset', 'reading', '--period', 'soon'], 'no period'],
    [['load', 'x.csv', '--dataset', 'reading', '--encoding', 'utf-16'], '--encoding'],
    [['runs', '--what'], '--what'],
  ])('knows wrong usage before anything is opened: %j', (args, reason) => {
    expect(() => checkLoad(readOptions(args))).toThrow(UsageError);
    expect(() => checkLoad(readOptions(args))).toThrow(reason);
  });

  it('writes a template that the loader reads by its Thai headings', async () => {
    const path = folder.write('template.xlsx', '');
    expect((await run('template', 'reading', '-o', path)).code).toBe(0);
    expect(existsSync(path)).toBe(true);
    const { batches } = await openFile(path, await surveyFile(path), findMapping('reading')!);
    const { header, records } = await gather(batches);
    expect([header!.names[0], records[0]!.cells.slice(0, 4)]).toEqual([
      'รหัสตัวชี้วัด *',
      ['SV-01', '03003', '2569-10', '1250'],
    ]);
    const sheet = await openXlsx(path, { header: { row: 1 }, sheet: { name: 'คำอธิบาย' } });
    expect((await gather(sheet.batches)).records.map(({ cells }) => cells[2])).toContain('denominator');
  });
});
