import type { Mapping } from './mapping.ts';
import { titlesOf } from './titles.ts';

/** Projects of major IT investments of the United States. Costs stay in millions of dollars, as sent. */
export const usItdashboardProjects: Mapping = {
  name: 'us-itdashboard-projects',
  dataset: 'project',
  version: '1',
  ...titlesOf('us-itdashboard-projects'),
  era: 'common',
  columns: {
    project_code: { from: 'Project ID', prefix: 'US-' },
    name_en: { from: 'Project Name' },
    unit_code: { from: 'Agency Code', padTo: 3, prefix: 'X-US-' },
    kind: { from: 'Unique Investment Identifier' },
    planned_cost: { from: 'Planned Cost ($ M)' },
    projected_cost: { from: 'Projected/Actual Cost ($ M)' },
    currency: { constant: 'USD million' },
    planned_start_on: { from: 'Start Date' },
    planned_end_on: { from: 'Completion Date (B1)' },
    revised_end_on: { from: 'Planned Project Completion Date (B2)' },
    forecast_end_on: { from: 'Projected/Actual Project Completion Date (B2)' },
    reported_on: { from: 'Updated Date' },
    sender_reference: { from: 'Agency Project ID' },
    stated_cost_variance: { from: 'Cost Variance ($ M)' },
    stated_schedule_variance_days: { from: 'Schedule Variance (in days)' },
    lifecycle_cost: { from: 'Lifecycle Cost ($ M)' },
  },
  watched: [
    { from: 'Updated Time', kind: 'date' },
    { from: 'Unique Project ID', kind: 'code' },
  ],
  totalsBy: ['unit_code'],
  root: { code: 'X-US', nameTh: 'สหรัฐอเมริกา (ข้อมูลสาธารณะ)', nameEn: 'United States (public data)' },
  unitsFrom: { code: 'Agency Code', name: 'Agency Name', prefix: 'X-US-', padTo: 3 },
};
