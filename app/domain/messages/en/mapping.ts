/** How a file's columns are read: by the common form, or as a sender's own format, under the name that commands take. */
export const mapping = {
  ownForm: 'Headings of the common form',
  'th-budget-2565': 'Thai budget bill, fiscal year 2565',
  'ca-service-standards': 'Canada: service standards',
  'us-itdashboard-projects': 'United States: IT projects',
  'un-egdi': 'United Nations: E-Government Development Index',
  'demo-agriculture-readings': 'Readings from an old system (demonstration)',
  'demo-agriculture-projects': 'Projects from an old system (demonstration)',
} as const;
