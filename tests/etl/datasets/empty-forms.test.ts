import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { formHrefOf } from '#app/feeds/empty-form.ts';
import { contracts, datasetNames } from '#etl/datasets/contracts.ts';
import { openXlsx } from '#etl/decode/xlsx.ts';
import { identityMapping } from '#etl/mappings/identity.ts';
import { gather } from '#tests/etl/files.ts';

const folder = path.resolve(import.meta.dirname, '../../../public');

describe.each(datasetNames)('the empty form of %s', (dataset) => {
  const contract = contracts[dataset];

  test('is where the page of a feed leads, and has the headings of the contract', async () => {
    const href = formHrefOf({ dataset, mapping: identityMapping(contract).name });
    const sheet = await openXlsx(path.join(folder, href!), {
      header: { row: 1 },
      sheet: { name: contract.th.slice(0, 31) },
    });
    const { header, records } = await gather(sheet.batches);
    expect(header!.names).toEqual(contract.columns.map(({ th, isRequired }) => (isRequired ? `${th} *` : th)));
    expect(records).toHaveLength(1);
  });

  test('explains each column', async () => {
    const sheet = await openXlsx(path.join(folder, `templates/${dataset}.xlsx`), {
      header: { row: 1 },
      sheet: { name: 'คำอธิบาย' },
    });
    const { records } = await gather(sheet.batches);
    expect(records.map(({ cells }) => [cells[2], cells[5]])).toEqual(
      contract.columns.map(({ name, aboutTh }) => [name, aboutTh]),
    );
  });
});

test('there is a form for every dataset and none besides', () => {
  expect(readdirSync(path.join(folder, 'templates')).sort()).toEqual(datasetNames.map((name) => `${name}.xlsx`).sort());
  expect(formHrefOf({ dataset: 'reading', mapping: 'demo-agriculture' })).toBeNull();
});
