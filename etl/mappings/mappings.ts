import { contracts, isDatasetName } from '../datasets/contracts.ts';
import { caServiceStandards } from './ca-service-standards.ts';
import { demoAgricultureProjects, demoAgricultureReadings } from './demo-agriculture.ts';
import { identityMapping } from './identity.ts';
import { mappingSchema, type Mapping } from './mapping.ts';
import { thBudget2565 } from './th-budget-2565.ts';
import { unEgdi } from './un-egdi.ts';
import { usItdashboardProjects } from './us-itdashboard-projects.ts';

/** Every mapping that ships, checked; then one per dataset for files with the contract's own columns. */
export const mappings: readonly Mapping[] = [
  ...[
    thBudget2565,
    caServiceStandards,
    usItdashboardProjects,
    unEgdi,
    demoAgricultureReadings,
    demoAgricultureProjects,
  ].map((mapping) => mappingSchema.parse(mapping)),
  ...Object.values(contracts).map(identityMapping),
];

/** By name; a dataset's name alone is the mapping of its own columns. */
export function findMapping(name: string): Mapping | null {
  const wanted = isDatasetName(name) ? `contract-${name}` : name;
  return mappings.find((mapping) => mapping.name === wanted) ?? null;
}
