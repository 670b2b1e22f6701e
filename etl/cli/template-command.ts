import { contracts, datasetNames, isDatasetName } from '../datasets/contracts.ts';
import type { Options } from './options.ts';
import { EXIT, print } from './output.ts';
import { writeTemplate } from './template.ts';
import { UsageError } from './usage.ts';

export async function runTemplate({ names: [dataset = ''], output, json }: Options): Promise<number> {
  if (!isDatasetName(dataset)) throw new UsageError(`template wants one of ${datasetNames.join(', ')}`);
  const contract = contracts[dataset];
  const columns = contract.columns.map(({ name, th, en, isRequired, example }) => ({
    name,
    th,
    en,
    required: isRequired ?? false,
    example,
  }));
  if (output !== undefined) await writeTemplate(contract, output);
  else if (!json) throw new UsageError('template wants -o <file.xlsx>');
  print(json, { dataset, version: contract.version, file: output ?? null, columns }, [`${output}`]);
  return EXIT.done;
}
