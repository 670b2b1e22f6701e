import type { Contract, DatasetName } from '../datasets/contract.ts';
import type { ColumnSource, Mapping } from './mapping.ts';

const nameOf = (dataset: DatasetName): string => `contract-${dataset}`;

/** Whether a mapping is the contract's own form: each of its columns is asked for, so one that is not read is told. A sender's own format has others as a matter of course. */
export function isOwnForm({ name, dataset }: Mapping): boolean {
  return name === nameOf(dataset);
}

/** The mapping of a file with the contract's own columns, under their Thai headings, codes or English ones; a refusal names the first. */
export function identityMapping(contract: Contract): Mapping {
  const columns = contract.columns.map(({ name, th, en, isRequired }): [string, ColumnSource] => [
    name,
    { from: [th, name, en], ...(isRequired ? {} : { isOptional: true }) },
  ]);
  return {
    name: nameOf(contract.dataset),
    dataset: contract.dataset,
    version: contract.version,
    th: contract.th,
    en: contract.en,
    columns: Object.fromEntries(columns),
  };
}
