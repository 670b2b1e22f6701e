export const SET_UP_STEPS = ['people', 'indicators', 'agreements', 'feeds', 'duties', 'readings'] as const;

export type HomeView = {
  title: string;
  isAdministrator: boolean;
  /** Of the fiscal year that the suggested commands name, as they are typed. */
  fiscalYear: number;
  steps: { code: (typeof SET_UP_STEPS)[number]; isDone: boolean }[];
};
