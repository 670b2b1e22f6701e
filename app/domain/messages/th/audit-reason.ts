/** Codes in the audit log's details. */
export const auditReason = {
  wrong: 'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง',
  wait: 'ยังไม่ครบเวลารอ',
  noPosition: 'ไม่มีตำแหน่งในวันนั้น',
  csrf: 'แบบฟอร์มไม่ได้มาจากหน้าของระบบ',
  command: 'คำสั่งบนเครื่องแม่ข่าย',
  hidden: 'ไม่มีสิทธิหรือไม่มีรหัสนี้',
  erased: 'แฟ้มถูกลบแล้ว',
  forbidden: 'ไม่มีสิทธิ',
} as const;
