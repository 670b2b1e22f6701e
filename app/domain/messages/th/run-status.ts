export const runStatus = {
  waiting: 'รอคิว',
  running: 'กำลังนำเข้า',
  loaded: 'นำเข้าแล้ว',
  loaded_with_rejections: 'นำเข้าบางส่วน',
  unchanged: 'เหมือนเดิมทุกระเบียน',
  refused: 'ไม่นำเข้า',
  failed: 'ระบบขัดข้อง',
  withdrawn: 'ถอนแล้ว',
} as const;
