import { Transform } from 'node:stream';

/**
 * A stream without bytes of zero. React 18 sends its buffer whole where a character of several bytes no longer fits into
 * it, with zeros in the place of the missing bytes; in drawings and attributes a browser shows them as "�". React 19 no longer
 * does (facebook/react#26228), but Remix 2 does not take that.
 */
export function withoutNulls(): Transform {
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, chunk.includes(0) ? chunk.filter((byte) => byte !== 0) : chunk);
    },
  });
}
