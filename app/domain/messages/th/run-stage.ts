/** The steps of a load, as they happen. */
export const runStage = {
  waiting: 'รอการนำเข้าก่อนหน้าของรายการข้อมูลนี้',
  keeping: 'เก็บแฟ้มต้นฉบับ',
  staging: 'อ่านและตรวจทีละระเบียน',
  checking: 'ตรวจระเบียนซ้ำและเทียบงวดก่อน',
  publishing: 'คำนวณและเผยแพร่',
  done: 'เสร็จ',
} as const;
