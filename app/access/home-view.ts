export type HomeView = {
  title: string;
  isAdministrator: boolean;
  steps: { code: 'people' | 'indicators' | 'readings'; isDone: boolean }[];
};
