import type { Mapping } from './mapping.ts';
import { titlesOf } from './titles.ts';

/** The many ways in which the sender says that there is nothing to say. */
const NOT_AVAILABLE = [
  'n/a',
  'n/a.',
  'na',
  'not applicable',
  'not available',
  'not avalable',
  's/o',
  'nil',
  'none',
  'does not apply.',
];

/**
 * Service standards of the departments of Canada. The sender's fiscal year runs April to March and is filed under
 * the Thai fiscal year in which it ends (2023–2024: 2567). A standard's number is unique within its service only,
 * so an indicator is service and standard together.
 */
export const caServiceStandards: Mapping = {
  name: 'ca-service-standards',
  dataset: 'reading',
  version: '1',
  ...titlesOf('ca-service-standards'),
  columns: {
    indicator_code: {
      join: { from: ['service_id', 'service_standard_id'], with: '/' },
      prefix: 'X-CA-',
      blank: [...NOT_AVAILABLE, 'no service standard id'],
    },
    unit_code: { from: 'owner_org', prefix: 'X-CA-' },
    period: { from: 'fiscal_yr', pattern: '^\\d{4}-(\\d{4})$', era: 'common' },
    numerator: { from: 'volume_meeting_target' },
    denominator: { from: 'total_volume' },
    note: { from: 'comments_en', blank: NOT_AVAILABLE },
    target: { from: 'target' },
    target_met: { from: 'target_met' },
    stated_share: { from: 'performance' },
  },
  blankState: 'not_applicable',
  totalsBy: ['target_met'],
  root: { code: 'X-CA', nameTh: 'แคนาดา (ข้อมูลสาธารณะ)', nameEn: 'Canada (public data)' },
  unitsFrom: { code: 'owner_org', name: 'owner_org_title', prefix: 'X-CA-', splitName: '|' },
  indicatorsFrom: {
    code: ['service_id', 'service_standard_id'],
    prefix: 'X-CA-',
    nameEn: 'service_standard_en',
    unit: { from: 'owner_org', prefix: 'X-CA-' },
    unitOfMeasure: '%',
    isShare: true,
    frequency: 'year',
  },
};
