/** A new installation: what to do until the first number stands. */
export const home = {
  title: 'ยังไม่มีข้อมูลในระบบ',
  administrator: 'ทำตามลำดับนี้บนเครื่องแม่ข่าย แดชบอร์ดจะแสดงผลเมื่อนำเข้าข้อมูลครั้งแรกเสร็จ',
  others: 'แดชบอร์ดจะแสดงผลเมื่อมีการนำเข้าข้อมูลครั้งแรก สอบถามความคืบหน้าได้ที่ผู้ดูแลระบบ',
  people: 'เพิ่มผู้ใช้และกำหนดตำแหน่ง',
  indicators: 'นำเข้าตัวชี้วัด',
  readings: 'นำเข้าผลการดำเนินงาน',
  done: 'เสร็จแล้ว',
} as const;
