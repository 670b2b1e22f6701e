export const uploadRefusal = {
  no_file: 'No file was chosen; choose one and send again',
  too_large: 'The file is larger than 2 gigabytes; split it and send again',
  not_officer: 'Only a data officer may send files',
  unknown_feed: 'This feed is not of your units; choose one from the list and send again',
  incomplete: 'The file did not arrive whole; check the connection and send it again',
} as const;
