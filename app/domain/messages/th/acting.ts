/** Holding an office for someone else. */
export const acting = {
  for_absent: 'รักษาราชการแทน',
  in_vacancy: 'รักษาการในตำแหน่ง',
} as const;
