export const runStage = {
  waiting: 'Waiting for the feed’s earlier load',
  keeping: 'Keeping the original file',
  staging: 'Reading and checking each record',
  checking: 'Looking for duplicates, comparing with the last period',
  publishing: 'Computing and publishing',
  done: 'Done',
} as const;
