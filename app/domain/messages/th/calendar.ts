/** Years, rounds and dates come formatted from the formatters; only the words around them are here. */
export const calendar = {
  yearAndRound: '{{year}} · {{round}}',
  today: 'วันนี้',
  lastRound: 'รอบก่อน',
  thisRound: 'รอบนี้',
  fiscalYear: 'ปีงบประมาณ',
  round: 'รอบ',
} as const;
