import { phrase } from './words.ts';
import type { Phrase } from './words.ts';

const startedAt = Date.now();
let isLineOpen = false;

/** A line with the seconds since the start. */
export function say(text: string): void {
  closeLine();
  process.stdout.write(`${seconds()}  ${text}\n`);
}

export function sayPhrase(name: Phrase, more = ''): void {
  say(`${phrase(name)}${more === '' ? '' : `: ${more}`}`);
}

/** Progress of a long step: one line rewritten on a terminal, a line per tenth in a log. */
export function createProgress(name: Phrase): (done: number, total: number, label: string) => void {
  let shown = -1;
  return (done, total, label) => {
    const percent = total > 0 ? Math.floor((100 * done) / total) : 0;
    if (!process.stdout.isTTY) {
      if (Math.floor(percent / 10) === shown) return;
      shown = Math.floor(percent / 10);
      return say(`${phrase(name)} ${percent}% ${label}`);
    }
    const filled = Math.round(percent / 5);
    process.stdout.write(
      `\r\u001b[2K${seconds()}  ${phrase(name)} ${'█'.repeat(filled)}${'░'.repeat(20 - filled)} ${percent}% ${label}`,
    );
    isLineOpen = true;
  };
}

export function complain(text: string): void {
  closeLine();
  process.stderr.write(`${text}\n`);
}

function closeLine(): void {
  if (isLineOpen) process.stdout.write('\n');
  isLineOpen = false;
}

function seconds(): string {
  return `${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s`;
}
