export const sheet = {
  what: 'คืออะไร',
  how: 'คำนวณอย่างไร',
  parts: 'ประกอบด้วย',
  source: 'มาจากไหน',
  close: 'ปิดแผ่นรายละเอียด',
} as const;
