import type { CellType } from './contract.ts';

/** Who may see a record or an indicator, by the words that the screens use. */
export const CLASSIFICATION: CellType = {
  kind: 'choice',
  values: ['public', 'internal', 'restricted'],
  words: { เปิดเผยได้: 'public', ใช้ภายในราชการ: 'internal', จำกัดผู้เข้าถึง: 'restricted' },
};

/** The four sides that an agreement is judged from. */
export const PERSPECTIVE: CellType = {
  kind: 'choice',
  values: ['EFF', 'QUA', 'EFI', 'ORG'],
  words: { ประสิทธิผล: 'EFF', คุณภาพการให้บริการ: 'QUA', ประสิทธิภาพ: 'EFI', การพัฒนาองค์การ: 'ORG' },
};
