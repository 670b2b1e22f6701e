import { expect, it } from 'vitest';
import { PIECE_BYTES } from '#etl/decode/file-pieces.ts';
import { surveyFile } from '#etl/decode/survey.ts';
import { useFolder } from '../files.ts';

const folder = useFolder();

async function survey(bytes: Buffer) {
  const { isUtf8, highBytes } = (await surveyFile(folder.write('file.csv', bytes))).bytes;
  return { isUtf8, hasHighBytes: highBytes > 0 };
}

it.each([0, 1, 2, 3, 4])('knows a character that the end of a piece cuts after %i of its bytes', async (cutAfter) => {
  const before = Buffer.alloc(PIECE_BYTES - cutAfter, 'a');
  for (const character of ['é', 'ก', '😀'])
    expect(await survey(Buffer.concat([before, Buffer.from(`${character}b`)]))).toEqual({
      isUtf8: true,
      hasHighBytes: true,
    });
});

it('knows what is not UTF-8: a file that ends within a character, a byte too many, another encoding', async () => {
  const thai = Buffer.from('ก');
  const bad = [thai.subarray(0, 2), Buffer.concat([thai, Buffer.from([0x80])]), Buffer.from([0xa1, 0xd2, 0x41])];
  for (const bytes of bad) {
    expect((await survey(bytes)).isUtf8).toBe(false);
    expect((await survey(Buffer.concat([Buffer.alloc(PIECE_BYTES - 1, 'a'), bytes]))).isUtf8).toBe(false);
  }
  expect(await survey(Buffer.from('plain\n'))).toEqual({ isUtf8: true, hasHighBytes: false });
});
