/** Every key of the query cache, so that no two places name one thing differently. */
export const queryKeys = {
  operations: (scope: string) => ['operations', scope] as const,
} as const;
