import { useLocation } from '@remix-run/react';
import type { Scope } from './scope-type.ts';

/** Search parameters that every page shares and every link keeps. */
export const SCOPE_KEYS = ['unit', 'fy', 'round', 'slice', 'asOf'] as const;

export type Changes = Record<string, string | number | null | undefined>;

/** A link that carries the scope on; `changes` adds, replaces, or with null removes a parameter. */
export function scopeHref(path: string, scope: Scope, changes: Changes = {}): string {
  const params = new URLSearchParams();
  for (const key of SCOPE_KEYS) if (scope[key] !== undefined) params.set(key, String(scope[key]));
  return withChanges(path, params, changes);
}

/** Builds links that keep the scope of the page on the screen and drop everything else of it. */
export function useScopeHref(): (path: string, changes?: Changes) => string {
  const { search } = useLocation();
  return (path, changes = {}) => withChanges(path, keptOf(search), changes);
}

/** Builds links to this page with some parameters changed and all others kept: segmented controls, sorting, pages. */
export function useHereHref(): (changes: Changes) => string {
  const { pathname, search } = useLocation();
  return (changes) => withChanges(pathname, new URLSearchParams(search), { sheet: null, ...changes });
}

function keptOf(search: string): URLSearchParams {
  const all = new URLSearchParams(search);
  const kept = new URLSearchParams();
  for (const key of SCOPE_KEYS) if (all.has(key)) kept.set(key, all.get(key)!);
  return kept;
}

function withChanges(path: string, params: URLSearchParams, changes: Changes): string {
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined) params.delete(key);
    else params.set(key, String(value));
  }
  const query = params.toString();
  return query ? `${path}?${query}` : path;
}
