/** Holding an office for someone else. */
export const acting = {
  for_absent: 'acting for the holder',
  in_vacancy: 'acting in a vacancy',
} as const;
