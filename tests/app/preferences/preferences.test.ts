import { describe, expect, it } from 'vitest';
import { preferenceCookie, toLocalPath, toPreferences } from '#app/preferences/preferences.ts';

describe('toPreferences', () => {
  it.each([
    [null, { language: 'th', theme: 'auto', digits: 'arabic' }],
    ['lang=en; theme=dark; digits=thai', { language: 'en', theme: 'dark', digits: 'thai' }],
    ['xlang=en; theme=pink; digits=roman', { language: 'th', theme: 'auto', digits: 'arabic' }],
  ])('reads %s', (header, preferences) => {
    expect(toPreferences(header)).toEqual(preferences);
  });
});

describe('preferenceCookie', () => {
  it('is made only for values that are offered', () => {
    expect(preferenceCookie('lang', 'en', true)).toBe('lang=en; Path=/; Max-Age=31536000; SameSite=Lax; Secure');
    expect(preferenceCookie('lang', 'fr', false)).toBeNull();
    expect(preferenceCookie('session', 'x', false)).toBeNull();
    expect(preferenceCookie('theme', 'dark; Domain=evil.test', false)).toBeNull();
  });
});

describe('toLocalPath', () => {
  it.each([
    ['/strategic?unit=1', '/strategic?unit=1'],
    ['//evil.test', '/'],
    ['/\\evil.test', '/'],
    ['https://evil.test', '/'],
    ['', '/'],
    ['/a b', '/'],
  ])('takes %s as %s', (path, taken) => {
    expect(toLocalPath(path)).toBe(taken);
  });
});
