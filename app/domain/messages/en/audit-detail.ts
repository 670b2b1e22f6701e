/** What the audit log keeps besides, by name. */
export const auditDetail = {
  read: 'read',
  accepted: 'accepted',
  unchanged: 'unchanged',
  rejected: 'rejected',
  source: 'source',
  status: 'status',
  reason: 'reason',
  refusal: 'reason',
  level: 'level',
  remark: 'remark',
  position: 'office',
  file: 'file',
  count: 'count',
  by: 'by',
  expiresAt: 'valid until',
} as const;
