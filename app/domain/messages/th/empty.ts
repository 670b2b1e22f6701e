export const empty = {
  noRows: 'ยังไม่มีรายการ',
  who: 'ผู้ส่ง: {{who}}',
  by: 'ครบกำหนด {{date}}',
  noMatch: 'ไม่มีรายการที่ตรงกับตัวเลือก',
} as const;
