/** Kinds of data that feeds carry. */
export const dataset = {
  indicator: 'นิยามตัวชี้วัด',
  reading: 'ผลตัวชี้วัด',
  agreement: 'คำรับรอง',
  project: 'โครงการ',
  milestone: 'หมุดหมายโครงการ',
  budget: 'งบประมาณ',
  index: 'ดัชนีของประเทศ',
} as const;
