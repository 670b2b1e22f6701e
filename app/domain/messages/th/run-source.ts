/** How a file came in. */
export const runSource = {
  upload: 'ส่งจากหน้าจอ',
  pull: 'ดึงจากต้นทาง',
  command: 'สั่งโดยผู้ดูแล',
  folder: 'โฟลเดอร์รับแฟ้ม',
  demonstration: 'ข้อมูลสาธิต',
} as const;
