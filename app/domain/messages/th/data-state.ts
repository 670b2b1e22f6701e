export const dataState = {
  label: 'สภาพข้อมูล',
  reported: 'รายงานแล้ว',
  zero: '0',
  not_due: 'ยังไม่ถึงกำหนด',
  missing: 'ยังไม่รายงาน',
  rejected: 'ไม่ผ่านการตรวจสอบ',
  withheld: 'ไม่เปิดเผย',
  not_applicable: 'ไม่เกี่ยวข้อง',
  estimated: 'ประมาณการ',
  partial: 'ยังไม่ครบช่วงเวลา',
} as const;
