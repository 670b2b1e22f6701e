/** Windows-874: ASCII, and Thai in the upper half. Throws on a sign that it does not have, rather than writing a question mark. */
export function toWindows874(text: string): Buffer {
  const bytes = Buffer.alloc(text.length);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x80) bytes[i] = code;
    else if (code >= 0x0e01 && code <= 0x0e5b) bytes[i] = code - 0x0e00 + 0xa0;
    else if (OTHERS[code] !== undefined) bytes[i] = OTHERS[code];
    else throw new RangeError(`Windows-874 has no "${text[i]}" (U+${code.toString(16).padStart(4, '0')})`);
  }
  return bytes;
}

/** No-break space, ellipsis, quotation marks, bullet, dashes, euro. */
const OTHERS: Record<number, number> = {
  0xa0: 0xa0,
  0x2026: 0x85,
  0x2018: 0x91,
  0x2019: 0x92,
  0x201c: 0x93,
  0x201d: 0x94,
  0x2022: 0x95,
  0x2013: 0x96,
  0x2014: 0x97,
  0x20ac: 0x80,
};
