import type { Digits, Language } from '#domain/messages/words.ts';

export type Theme = 'auto' | 'light' | 'dark';
export type Preferences = { language: Language; theme: Theme; digits: Digits };

export const PREFERENCE_COOKIES = ['lang', 'theme', 'digits'] as const;
export type PreferenceName = (typeof PREFERENCE_COOKIES)[number];

/** How a person wants to read, from a Cookie header. Unknown values fall back to Thai, the device's theme, Arabic digits. */
export function toPreferences(cookieHeader: string | null): Preferences {
  const read = (name: PreferenceName) => new RegExp(`(?:^|;\\s*)${name}=([a-z]+)`).exec(cookieHeader ?? '')?.[1];
  return {
    language: read('lang') === 'en' ? 'en' : 'th',
    theme: oneOf(read('theme'), ['light', 'dark'] as const) ?? 'auto',
    digits: read('digits') === 'thai' ? 'thai' : 'arabic',
  };
}

/** Set-Cookie values for one changed preference; nothing for a value that is not offered. Kept for a year. */
export function preferenceCookie(name: string, value: string, isSecure: boolean): string | null {
  const offered: Record<PreferenceName, readonly string[]> = {
    lang: ['th', 'en'],
    theme: ['auto', 'light', 'dark'],
    digits: ['arabic', 'thai'],
  };
  if (!(name in offered) || !offered[name as PreferenceName].includes(value)) return null;
  return `${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax${isSecure ? '; Secure' : ''}`;
}

const oneOf = <T extends string>(value: string | undefined, values: readonly T[]): T | undefined =>
  values.find((one) => one === value);

/** A path on this site and nothing else: an address that leads away becomes the first page. */
export function toLocalPath(path: string): string {
  return /^\/(?![/\\])[^\\\s]*$/.test(path) ? path : '/';
}
