/**
 * The one status scale; below 3.00 a score is never better than at_risk. ต่ำกว่าแผน is what is short of its plan by more than the
 * rules let pass as เสี่ยง; what is short by any amount is counted as ไม่ถึงแผน.
 */
export const status = {
  label: 'สถานะ',
  achieved: 'บรรลุแล้ว',
  on_plan: 'ตามแผน',
  at_risk: 'เสี่ยง',
  below_plan: 'ต่ำกว่าแผน',
  delayed: 'ล่าช้า',
  no_data: 'ไม่มีข้อมูลพอ',
} as const;
