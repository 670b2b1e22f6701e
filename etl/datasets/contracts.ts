import { agreement } from './agreement.ts';
import { budget } from './budget.ts';
import type { Contract, DatasetName } from './contract.ts';
import { index } from './index-dataset.ts';
import { indicator } from './indicator.ts';
import { milestone } from './milestone.ts';
import { project } from './project.ts';
import { reading } from './reading.ts';

/** Every kind of data that can be loaded. */
export const contracts: Readonly<Record<DatasetName, Contract>> = {
  reading,
  indicator,
  agreement,
  project,
  milestone,
  budget,
  index,
};

export const datasetNames = Object.keys(contracts) as DatasetName[];

export function isDatasetName(text: string): text is DatasetName {
  return Object.hasOwn(contracts, text);
}
