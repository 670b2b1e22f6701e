export const uploadRefusal = {
  no_file: 'No file was chosen; choose one and send again',
  too_large:
    'A file may have 500 megabytes at most; split it and send the parts, or have the administrator load it on the server',
  not_officer: 'Only a data officer may send files',
  unknown_feed: 'This feed is not of your units; choose one from the list and send again',
  incomplete: 'The file did not arrive whole; check the connection and send it again',
} as const;
