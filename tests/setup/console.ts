import { afterEach, beforeEach, vi } from 'vitest';

type Watch = { expected: RegExp[]; unexpected: string[] };

// On globalThis, since a test file that imports this module may get an instance of its own.
const held = globalThis as typeof globalThis & { consoleWatch?: Watch };
const watch = (): Watch => (held.consoleWatch ??= { expected: [], unexpected: [] });

/** Allows, and demands, one console.error or console.warn that matches, in the running test. */
export function expectConsole(pattern: RegExp): void {
  watch().expected.push(pattern);
}

beforeEach(() => {
  held.consoleWatch = { expected: [], unexpected: [] };
  for (const method of ['error', 'warn'] as const) vi.spyOn(console, method).mockImplementation(hear);
});

afterEach(() => {
  vi.mocked(console.error).mockRestore?.();
  vi.mocked(console.warn).mockRestore?.();
  const { expected, unexpected } = watch();
  if (unexpected.length > 0) throw new Error(`Unexpected console output:\n${unexpected.join('\n')}`);
  if (expected.length > 0) throw new Error(`Expected console output never came: ${expected.join(', ')}`);
});

function hear(...parts: unknown[]): void {
  const text = parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(' ');
  const { expected, unexpected } = watch();
  const at = expected.findIndex((pattern) => pattern.test(text));
  if (at >= 0) expected.splice(at, 1);
  else unexpected.push(text);
}
