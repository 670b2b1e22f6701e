/** Acts that are written down, by code. */
export const auditAct = {
  sign_in: 'เข้าสู่ระบบ',
  sign_out: 'ออกจากระบบ',
  switch_position: 'เปลี่ยนตำแหน่ง',
  open: 'เปิดหน้า',
  write: 'ส่งแบบฟอร์ม',
  load: 'นำเข้าข้อมูล',
  pull: 'ดึงข้อมูล',
  upload: 'ส่งไฟล์',
  export: 'ส่งออกข้อมูล',
  submit: 'ส่งให้ระดับถัดไป',
  accept: 'รับข้อมูล',
  return: 'ส่งคืนข้อมูล',
  withdraw: 'ถอนข้อมูล',
  make_person: 'เพิ่มผู้ใช้',
  make_token: 'ออกรหัสสำหรับโปรแกรม',
  disable_person: 'ระงับผู้ใช้',
} as const;
