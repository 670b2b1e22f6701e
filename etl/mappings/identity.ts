import type { Contract } from '../datasets/contract.ts';
import type { ColumnSource, Mapping } from './mapping.ts';

/** The mapping of a file with the contract's own columns, under their Thai headings, codes or English ones; a refusal names the first. */
export function identityMapping(contract: Contract): Mapping {
  const columns = contract.columns.map(({ name, th, en, isRequired }): [string, ColumnSource] => [
    name,
    { from: [th, name, en], ...(isRequired ? {} : { isOptional: true }) },
  ]);
  return {
    name: `contract-${contract.dataset}`,
    dataset: contract.dataset,
    version: contract.version,
    th: contract.th,
    en: contract.en,
    columns: Object.fromEntries(columns),
  };
}
