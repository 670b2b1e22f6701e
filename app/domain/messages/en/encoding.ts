/** How a file's letters are stored, by the name that programs use. */
export const encoding = {
  'utf-8': 'UTF-8',
  'windows-874': 'Windows-874 (Thai)',
  'windows-1252': 'Windows-1252 (Western European)',
} as const;
