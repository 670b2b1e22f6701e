import { describe, expect, it } from 'vitest';
import { scopeHref } from '#app/filters/scope-href.ts';
import { sliceOf, toScope } from '#app/filters/scope.ts';

const scopeOf = (query: string) => toScope(new URL(`http://suite.test/strategic?${query}`));

describe('toScope', () => {
  it('reads what the URL says', () => {
    expect(scopeOf('unit=20000&fy=2569&round=12&slice=perspective:EFF&asOf=412')).toEqual({
      unit: '20000',
      fy: 2569,
      round: 12,
      slice: 'perspective:EFF',
      asOf: 412,
    });
  });

  it.each([
    'unit=<script>',
    'unit=',
    'fy=1066',
    'fy=two',
    'round=7',
    'round=',
    'slice=colour:red',
    'slice=perspective',
    'asOf=-1',
    'asOf=1.5',
    'asOf=99999999999999999999',
    'nonsense=1',
  ])('counts %s as absent', (query) => {
    expect(scopeOf(query)).toEqual({});
  });

  it('keeps the good when something else is nonsense', () => {
    expect(scopeOf('unit=07004&round=banana')).toEqual({ unit: '07004' });
  });
});

describe('sliceOf', () => {
  it('is all without a slice', () => {
    expect(sliceOf({})).toEqual({ kind: 'all', code: '' });
    expect(sliceOf({ slice: 'province:10' })).toEqual({ kind: 'province', code: '10' });
  });
});

describe('scopeHref', () => {
  it('comes back as the same scope', () => {
    const scope = { unit: '20000', fy: 2569, round: 12, slice: 'layer:3', asOf: 4 } as const;
    expect(toScope(new URL(scopeHref('/tactical', scope), 'http://suite.test'))).toEqual(scope);
  });

  it('adds, replaces and removes', () => {
    expect(scopeHref('/tactical', { unit: '1', round: 6 }, { unit: '2', round: null, view: 'heat' })).toBe(
      '/tactical?unit=2&view=heat',
    );
  });
});
