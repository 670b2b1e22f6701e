/** How an act ended. */
export const auditOutcome = {
  done: 'สำเร็จ',
  refused: 'ไม่อนุญาต',
  failed: 'ไม่สำเร็จ',
} as const;
