import { readOrganisation } from '#etl/demo/units.ts';

/** The demonstration's organisation, read once per test file. */
export const org = readOrganisation();
