export const perspective = {
  label: 'มิติการประเมิน',
  EFF: 'ประสิทธิผล',
  QUA: 'คุณภาพการให้บริการ',
  EFI: 'ประสิทธิภาพ',
  ORG: 'การพัฒนาองค์การ',
} as const;
