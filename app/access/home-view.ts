export type HomeView = {
  title: string;
  isAdministrator: boolean;
  steps: { code: 'people' | 'feeds' | 'indicators' | 'readings'; isDone: boolean }[];
};
