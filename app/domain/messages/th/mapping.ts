/** How a file's columns are read: by the common form, or as a sender's own format, under the name that commands take. */
export const mapping = {
  ownForm: 'หัวคอลัมน์ตามแบบฟอร์มกลาง',
  'th-budget-2565': 'ร่างพระราชบัญญัติงบประมาณรายจ่าย ปีงบประมาณ 2565',
  'ca-service-standards': 'มาตรฐานบริการของแคนาดา',
  'us-itdashboard-projects': 'โครงการไอทีของสหรัฐอเมริกา',
  'un-egdi': 'ดัชนีรัฐบาลอิเล็กทรอนิกส์ สหประชาชาติ',
  'demo-agriculture-readings': 'ผลตัวชี้วัดจากระบบเดิม (ข้อมูลสาธิต)',
  'demo-agriculture-projects': 'โครงการจากระบบเดิม (ข้อมูลสาธิต)',
} as const;
