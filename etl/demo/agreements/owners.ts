import { headTitle } from '#db/reference/head-title.ts';
import type { IndicatorSpec } from '../indicators/spec.ts';
import { deskTitle, type Desk } from '../mandates/desks.ts';
import { sizeFor } from '../offices.ts';
import type { DemoUnit, Organisation } from '../units.ts';

/**
 * Who answers for a KPI: of a ministry's mission the head of the department that does most of it, of a department's the
 * bureau that runs its core; of everything else the desk that does it in every office.
 */
export function ownerTitle(org: Organisation, unit: DemoUnit, spec: IndicatorSpec): string {
  const desk = DESKS.find(([start]) => spec.code.startsWith(start))?.[1];
  if (desk) return deskTitle(unit, desk);
  if (unit.level !== 'MOC') return deskTitle(unit, 'core');
  const [lead] = org
    .reportersOf(unit.code)
    .filter(spec.isOwedBy)
    .sort((a, b) => sizeFor(b, spec) - sizeFor(a, spec));
  return lead ? headTitle(lead).th : deskTitle(unit, 'plan');
}

const DESKS: readonly [string, Desk][] = [
  ['C-BUD', 'money'],
  ['C-HRD', 'people'],
  ['C-DIG-02', 'office'],
  ['C-DIG', 'digital'],
  ['C-SRV-04', 'complaints'],
  ['C-SRV', 'service'],
  ['C-GOV-01', 'digital'],
  ['C-GOV', 'integrity'],
];
