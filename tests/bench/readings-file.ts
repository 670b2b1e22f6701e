import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { monthsOf } from './bench-database.ts';

export const FISCAL_YEAR = 2569;

/** Indicators that so many readings of all units and months need. */
export const indicatorsFor = (rows: number, units: number): number => Math.ceil(rows / (units * 12));

/** Writes a feed of so many readings with eight columns: half of them numerator and denominator, half values. */
export async function writeReadings(path: string, rows: number, units: readonly string[]): Promise<void> {
  await pipeline(Readable.from(pieces(rows, units)), createWriteStream(path));
}

function* pieces(rows: number, units: readonly string[]): Generator<string> {
  const months = monthsOf(FISCAL_YEAR);
  yield 'indicator_code,unit_code,period,value,numerator,denominator,state,note\n';
  let text = '';
  for (let i = 0; i < rows; i++) {
    const [month, unit, n] = [i % 12, Math.floor(i / 12) % units.length, Math.floor(i / (12 * units.length)) + 1];
    const numbers =
      n % 2 === 0 ? `,${500 + ((i * 7) % 400)},${1000 + (i % 13)}` : `${1000 + ((i * 31) % 997)}.${i % 10},,`;
    const note = i % 20 === 0 ? 'รอตรวจสอบจากสำนักงาน' : '';
    text += `B${String(n).padStart(5, '0')},${units[unit]},${months[month]},${numbers},reported,${note}\n`;
    if (text.length > 500_000) {
      yield text;
      text = '';
    }
  }
  yield text;
}
