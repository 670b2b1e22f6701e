/**
 * One word per concept. `not` lists what the lint over the sentences refuses; `English` is the fixed English word.
 * A word may stand inside a longer refused one only if that longer one is the concept's own.
 */
export const glossary = [
  { concept: 'feed', thai: 'รายการข้อมูล', english: 'feed', not: ['ฟีด', 'แหล่งฟีด'] },
  { concept: 'file', thai: 'แฟ้ม', english: 'file', not: ['ไฟล์'] },
  { concept: 'run', thai: 'การนำเข้าครั้งที่', english: 'run', not: ['การรันครั้ง', 'รอบการนำเข้า'] },
  { concept: 'drill-down', thai: 'ดูรายละเอียด', english: 'see detail', not: ['เจาะลึก', 'ดริลล์', 'เจาะข้อมูล'] },
  { concept: 'coverage', thai: 'น้ำหนักที่รายงานแล้ว', english: 'weight reported', not: ['ความครอบคลุม'] },
  { concept: 'as of', thai: 'ข้อมูล ณ', english: 'as of', not: ['อัปเดตล่าสุด', 'อัพเดท', 'อัปเดต'] },
  { concept: 'indicator', thai: 'ตัวชี้วัด', english: 'indicator', not: ['ตัววัดผล', 'เคพีไอ'] },
  { concept: 'target', thai: 'เป้าหมาย', english: 'target', not: ['ทาร์เก็ต', 'จุดมุ่งหมาย'] },
  { concept: 'agreement', thai: 'คำรับรอง', english: 'agreement', not: ['สัญญาผลงาน', 'ข้อตกลงผลงาน'] },
  { concept: 'perspective', thai: 'มิติการประเมิน', english: 'perspective', not: ['มุมมองการประเมิน'] },
  { concept: 'round', thai: 'รอบ', english: 'round', not: ['งวดประเมิน'] },
  { concept: 'unit', thai: 'หน่วยงาน', english: 'unit', not: ['องค์กรย่อย', 'ยูนิต'] },
  { concept: 'project', thai: 'โครงการ', english: 'project', not: ['โปรเจกต์', 'โปรเจ็ค'] },
  { concept: 'mapping', thai: 'การจับคู่คอลัมน์', english: 'mapping', not: ['แมปปิง', 'แมพ'] },
  { concept: 'accept', thai: 'รับ', english: 'accept', not: ['แอคเซปต์'] },
  { concept: 'return', thai: 'ส่งคืน', english: 'return', not: ['ตีกลับ', 'รีเทิร์น'] },
  { concept: 'publication', thai: 'ฉบับเผยแพร่', english: 'publication', not: ['เวอร์ชันเผยแพร่'] },
  { concept: 'forecast', thai: 'คาดการณ์', english: 'forecast', not: ['พยากรณ์', 'ทำนาย'] },
  { concept: 'disbursed', thai: 'เบิกจ่าย', english: 'spending', not: ['ใช้จ่ายเงิน'] },
  { concept: 'withheld', thai: 'ไม่เปิดเผย', english: 'not disclosed', not: ['ปกปิด', 'ซ่อนไว้'] },
  { concept: 'dashboard', thai: 'แดชบอร์ด', english: 'dashboard', not: ['กระดานข้อมูล', 'แผงควบคุม'] },
  { concept: 'status', thai: 'สถานะ', english: 'status', not: ['สเตตัส'] },
  {
    concept: 'below plan',
    thai: 'ต่ำกว่าแผน',
    english: 'below plan',
    not: ['ต่ำกว่าเป้าหมายตามแผน', 'ตกเป้า', 'ห่างแผน'],
  },
  { concept: 'short of plan by any amount', thai: 'ไม่ถึงแผน', english: 'short of plan', not: [] },
] as const;

/** Latin words that stand in Thai official writing and product sentences; any other Latin word is refused. */
export const latinInThai = [
  'English',
  'CSV',
  'XLSX',
  'JSON',
  'D',
  'EGDI',
  'EA',
  'Back',
  'Office',
  'UTF-8',
  'TIS-620',
  'Windows-874',
  'Windows-1252',
] as const;
