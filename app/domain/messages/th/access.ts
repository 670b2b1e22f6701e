/** Signing in, choosing an office, and a new installation before its first administrator. */
export const access = {
  signIn: 'เข้าสู่ระบบ',
  login: 'ชื่อผู้ใช้',
  password: 'รหัสผ่าน',
  demonstrationHint: 'ระบบสาธิต ชื่อผู้ใช้ตามตำแหน่ง เช่น pm, minister-03000, ps-03000, cio-03000, officer-03003 รหัสผ่าน demo',
  newInstallation: 'ยังไม่มีผู้ใช้ในระบบ สร้างผู้ดูแลระบบคนแรกด้วยคำสั่งนี้บนเครื่องแม่ข่าย',
  newInstallationThen: 'แล้วเปิดหน้านี้ใหม่เพื่อเข้าสู่ระบบ',
  choosePosition: 'เลือกตำแหน่งที่จะใช้งาน',
  choosePositionHint: 'สิทธิในการดูและดำเนินการเป็นไปตามตำแหน่งที่เลือก เปลี่ยนได้ทุกเมื่อจากบัญชีผู้ใช้',
  asAide: 'ในฐานะผู้ช่วย',
  changePosition: 'เปลี่ยนตำแหน่ง',
} as const;
