/** Why a sign-in did not succeed. A wrong password and an unknown name read the same. */
export const signInFault = {
  wrong: 'ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง ตรวจแป้นพิมพ์แล้วลองอีกครั้ง',
  wait: 'เข้าสู่ระบบไม่สำเร็จหลายครั้ง รออีก {{seconds}} วินาทีแล้วลองใหม่',
  noPosition: 'วันนี้ไม่มีตำแหน่งที่ท่านใช้งานได้ ติดต่อผู้ดูแลระบบเพื่อกำหนดตำแหน่ง',
} as const;
