/** What `npm start` says on the terminal, Thai and English side by side. */
const words = {
  database: ['เปิดฐานข้อมูล', 'Starting the database'],
  migrations: ['ปรับโครงสร้างฐานข้อมูลและข้อมูลอ้างอิง', 'Bringing tables and reference data up to date'],
  build: ['สร้างหน้าจอ', 'Building the pages'],
  demonstration: ['นำเข้าข้อมูลสาธิต', 'Loading the demonstration feeds'],
  again: ['เริ่มใหม่', 'starting again'],
  stopping: ['กำลังหยุด', 'Stopping'],
  ready: ['พร้อมใช้งาน', 'Ready'],
  signIn: ['ชื่อผู้ใช้ (รหัสผ่าน demo)', 'Sign-in names (password: demo)'],
  firstAdministrator: [
    'ยังไม่มีผู้ใช้: สร้างผู้ดูแลระบบคนแรกด้วย npm run access -- init',
    'Nobody can sign in yet: make the first administrator with npm run access -- init',
  ],
  stopHint: ['กด Ctrl-C เพื่อหยุด', 'Ctrl-C stops'],
} as const;

export type Phrase = keyof typeof words;

export function phrase(name: Phrase): string {
  return words[name].join(' · ');
}
