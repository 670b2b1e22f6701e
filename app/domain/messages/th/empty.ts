export const empty = {
  noRows: 'ยังไม่มีรายการ',
  noData: 'ยังไม่มีข้อมูล{{what}}',
  who: 'ผู้ส่ง: {{who}}',
  by: 'ครบกำหนด {{date}}',
  noneDue: 'ไม่มีเรื่องค้าง',
  noMatch: 'ไม่มีรายการที่ตรงกับตัวเลือก',
  historyShort: 'ยังไม่คาดการณ์ เพราะมีข้อมูลเพียง {{count}} ช่วงเวลา',
} as const;
