/** What the audit log keeps besides, by name. */
export const auditDetail = {
  read: 'อ่าน',
  accepted: 'รับเข้า',
  unchanged: 'คงเดิม',
  rejected: 'ไม่ผ่าน',
  source: 'ที่มา',
  status: 'สถานะ',
  reason: 'เหตุ',
  refusal: 'เหตุ',
  level: 'ระดับ',
  remark: 'หมายเหตุ',
  position: 'ตำแหน่ง',
  file: 'แฟ้ม',
  count: 'จำนวน',
  by: 'โดย',
  expiresAt: 'ใช้ได้ถึง',
} as const;
