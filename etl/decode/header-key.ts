import { toNormalForm } from '#domain/text/normal-form.ts';

/** What two spellings of one heading share: case, spaces, underscores and marks around it do not count. */
export function toHeaderKey(name: string): string {
  return toNormalForm(name.replace(/[\s_*]+/g, ' ')).toLowerCase();
}
