/** How certain a figure is, from a running round to a closed and final one. */
export const certainty = {
  label: 'ความแน่นอนของผล',
  mid_round: 'ระหว่างรอบ',
  preliminary: 'เบื้องต้น',
  certified: 'รับรองแล้ว',
  final: 'สิ้นสุด',
  awaits: 'รอ ก.พ.ร. รับรอง',
  mayChange: 'ตัวเลขยังเปลี่ยนได้',
} as const;
