import { describe, expect, it } from 'vitest';
import { encodingName, mappingTitle } from '#app/feeds/reading-words.server.ts';
import { ENCODINGS } from '#etl/decode/encoding.ts';
import { mappings } from '#etl/mappings/mappings.ts';

describe('how a file was read, in words', () => {
  it.each(mappings)('the mapping $name has a title in both languages', (mapping) => {
    const { name, dataset, th, en } = mapping;
    const [thai, english] = (['th', 'en'] as const).map((language) =>
      mappingTitle(language, { dataset, mapping: name }),
    );
    const isOwn = name === `contract-${dataset}`;
    expect(thai).toBe(isOwn ? 'หัวคอลัมน์ตามแบบฟอร์มกลาง' : th);
    expect(english).toBe(isOwn ? 'Headings of the common form' : en);
    expect(thai).toMatch(/[ก-๙]/);
  });

  it.each(ENCODINGS)('the encoding %s is told by its proper name', (encoding) => {
    for (const language of ['th', 'en'] as const)
      expect(encodingName(language, encoding)).toMatch(/^(UTF-8|Windows-874 \(.+\)|Windows-1252 \(.+\))$/);
  });

  it('what a later version wrote is told by its name', () => {
    expect(mappingTitle('th', { dataset: 'reading', mapping: 'of-tomorrow' })).toBe('of-tomorrow');
    expect(encodingName('th', 'tis-620')).toBe('tis-620');
  });
});
