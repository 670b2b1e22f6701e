/**
 * The one status scale; below 3.00 a score is never better than at_risk. What is short of its plan by any amount is
 * ต่ำกว่าแผน; the status at the end of the scale is only what is short by more than the rules let pass as เสี่ยง.
 */
export const status = {
  label: 'สถานะ',
  achieved: 'บรรลุแล้ว',
  on_plan: 'ตามแผน',
  at_risk: 'เสี่ยง',
  below_plan: 'ต่ำกว่าแผนมาก',
  delayed: 'ล่าช้า',
  no_data: 'ไม่มีข้อมูลพอ',
} as const;
