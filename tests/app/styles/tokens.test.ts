import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync('app/tokens.css', 'utf8');
const tokensOf = (block: string) =>
  Object.fromEntries(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]),
  );
const blocks = [...css.matchAll(/(:root[^{]*)\{([^}]*)\}/g)].map(([, selector, body]) => ({
  selector: selector!.trim(),
  body: body!,
}));
const blockOf = (selector: string) => tokensOf(blocks.find((block) => block.selector === selector)!.body);

const light = blockOf(':root');
const dark = blockOf(":root[data-theme='dark']");
const darkByDevice = blockOf(":root:not([data-theme='light'])");
const paper = blockOf(':root:root:root');

const TEXTS = ['ink', 'ink-2', 'accent', 'achieved', 'on-plan', 'at-risk', 'below-plan', 'no-data'];
const STATUSES = ['achieved', 'on-plan', 'at-risk', 'below-plan', 'no-data'];

describe.each([
  ['light', light],
  ['dark', dark],
  ['paper', { ...light, ...paper }],
])('%s', (_name, tokens) => {
  it.each(TEXTS)('%s is readable on the panel and on the canvas', (name) => {
    expect(contrast(tokens[name]!, tokens.panel!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens[name]!, tokens.canvas!)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(STATUSES)('%s and ink are readable on its tint', (name) => {
    expect(contrast(tokens.ink!, tokens[`${name}-tint`]!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens[name]!, tokens[`${name}-tint`]!)).toBeGreaterThanOrEqual(4.5);
  });

  it('the words of a filled control are readable on it, and its edge is seen', () => {
    expect(contrast(tokens.panel!, tokens.accent!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(tokens.edge!, tokens.panel!)).toBeGreaterThanOrEqual(3);
  });
});

it('dark by hand and dark by device are the same', () => {
  expect(dark).toEqual(darkByDevice);
});

it('light and dark name the same colours', () => {
  expect(Object.keys(dark).sort()).toEqual(Object.keys(light).sort());
});

const filesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(join(folder, entry.name)) : [join(folder, entry.name)],
  );
const sources = filesUnder('app').filter((path) => /\.(css|tsx)$/.test(path) && path !== join('app', 'tokens.css'));
const withoutComments = (path: string) => readFileSync(path, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '');

it.each(sources)('%s takes its colours from the tokens', (path) => {
  expect(withoutComments(path)).not.toMatch(
    /#[0-9a-f]{3,8}\b(?![-\w])(?=[;'"\s,)])|\b(?:rgba?|hsla?|oklch|color-mix)\(/i,
  );
  if (path.endsWith('.css')) expect(withoutComments(path)).not.toMatch(/:\s*(?:white|black|red|green|blue|gr[ae]y)\b/);
});

it.each(sources.filter((path) => path.endsWith('.css') && !path.endsWith('type.css')))(
  '%s uses the six sizes of type only',
  (path) => {
    const declared = withoutComments(path).match(/(?:^|[\s;{])font(?:-size)?:[^;]+;/g) ?? [];
    for (const one of declared) expect(one).toMatch(/var\(--type-(?:72|36|28|20|18|16)\)|inherit/);
  },
);

/** WCAG 2.2 contrast of two opaque colours. */
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((left, right) => left - right) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

function luminance(hex: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
