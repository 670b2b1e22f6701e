/** Why nothing was loaded: what, where, how to mend it. */
export const failures = {
  unreachable: 'The source {{host}} cannot be reached. See that it runs, then pull again',
  timed_out: 'The source {{host}} did not answer within {{seconds}} seconds. It will be tried again by schedule',
  http_error: 'The source {{host}} answered {{status}}. Tell its keeper',
  refused_by_sender: "The source {{host}} refused access ({{status}}). Check the feed's key",
  too_large: 'File or answer exceeds {{limit}} bytes. Send it in several files',
  malformed: 'The file is damaged ({{part}}). Save it again and resend',
  truncated: 'The file is incomplete. Send or download the whole file again',
  file_changed: 'The file “{{name}}” was replaced while it was read. Load it again',
  empty: 'The file is empty: no records. Check that it is the right file',
  wrong_encoding: 'The file is in {{found}}, not {{wanted}}. Save it as UTF-8',
  ambiguous_encoding:
    'The file reads as {{first}} and as {{second}} (from byte {{offset}}). Name the encoding, or save it as UTF-8',
  wrong_header:
    'Headings not found: {{expected}}. The file has: {{found}}. Check that it is the right file and mapping',
  wrong_header_near:
    'Headings not found: {{expected}}. Columns that were not read (→ the heading likely meant): {{unread}}. Correct the headings and send again',
  duplicate_header: 'The heading “{{header}}” stands twice, in columns {{first}} and {{second}}. Leave one',
  wrong_sheet: 'No sheet “{{wanted}}”. The file has: {{found}}. Rename the sheet, or choose the mapping that fits',
  wrong_format: 'The file is {{found}}, not {{wanted}}. Save it as {{wanted}}, or choose the mapping that fits',
  locked_file: 'The file has a password or is of the old format (.xls). Save it as .xlsx without a password',
  schema_mismatch: 'The answer of {{host}} is not in the agreed form ({{detail}}). Tell its keeper',
  too_many_rejections:
    '{{rejected}} of {{read}} records failed, above the limit of {{limit}} per cent, so nothing was loaded. Mend the list and resend',
  wrong_file_name: 'The file name “{{name}}” does not fit {{pattern}}, so the year of the data is unknown. Rename it',
  unknown_feed: 'No feed “{{feed}}”. The command feeds lists them',
  feed_needed: 'Several feeds take this kind of file. Name one with --feed: {{feeds}}',
  no_feed: 'No feed takes {{dataset}} files yet. Name one with --feed, or make one with the command feed',
  unknown_mapping: 'No mapping “{{mapping}}”. The command mappings lists them',
  folder_unreadable:
    'The folder “{{folder}}” cannot be read, or its files not moved. See that it is there and that the suite’s account may read and write it',
  missing_file: 'The file “{{name}}” cannot be opened. Check its path',
  interrupted: 'The load stopped midway. What is shown is as it was; it can be loaded again at once',
  internal: 'The load failed. What is shown is as it was. Tell the administrator the number of the run',
} as const;
