/**
 * A spreadsheet's day number as ISO text; a time of day is kept behind it. Day 60 is 29 February 1900, which never
 * was: numbers from 61 on count from 30 December 1899. A cell that shows 2569 holds the year 2569 of the common
 * era; that is told where dates are read, not mended here.
 */
export function toSerialText(raw: string, startsIn1904: boolean): string {
  const serial = Number(raw);
  if (raw === '' || !Number.isFinite(serial) || serial < 0 || serial > LAST_SERIAL) return raw;
  const epoch = startsIn1904 ? Date.UTC(1904, 0, 1) : serial < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  const instant = new Date(epoch + Math.round(serial * DAY_SECONDS) * 1_000).toISOString();
  return instant.endsWith('T00:00:00.000Z') ? instant.slice(0, 10) : `${instant.slice(0, 19)}`;
}

const DAY_SECONDS = 86_400;
const LAST_SERIAL = 2_958_465; // 31 December 9999
