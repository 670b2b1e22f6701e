import { CsvScanner } from './csv-scanner.ts';

export const DELIMITERS = [',', ';', '\t'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The delimiter under which most rows of the sample have the same, largest number of cells; a comma in doubt. */
export function detectDelimiter(sample: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const score = evenness(sample, delimiter);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

function evenness(sample: string, delimiter: string): number {
  const rowsByWidth = new Map<number, number>();
  const scanner = new CsvScanner(delimiter, ({ cells }) => {
    rowsByWidth.set(cells.length, (rowsByWidth.get(cells.length) ?? 0) + 1);
  });
  scanner.push(sample);
  scanner.end();
  let score = 0;
  for (const [width, rows] of rowsByWidth) if (width > 1) score = Math.max(score, rows * width);
  return score;
}
