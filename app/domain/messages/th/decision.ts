export const decision = {
  submitted: 'ส่งแล้ว',
  accepted: 'รับแล้ว',
  returned: 'ส่งคืน',
  withdrawn: 'ถอนแล้ว',
} as const;
