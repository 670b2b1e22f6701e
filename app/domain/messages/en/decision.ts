export const decision = {
  submitted: 'Submitted',
  accepted: 'Accepted',
  returned: 'Returned',
  withdrawn: 'Withdrawn',
} as const;
