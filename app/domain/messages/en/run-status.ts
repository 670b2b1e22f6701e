export const runStatus = {
  waiting: 'Waiting in line',
  running: 'Loading',
  loaded: 'Loaded',
  loaded_with_rejections: 'Loaded in part',
  unchanged: 'No record differs',
  refused: 'Not loaded',
  failed: 'System failure',
  withdrawn: 'Withdrawn',
} as const;
