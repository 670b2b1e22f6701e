/** What a run page is asked for; a number that is none leads to 404, nonsense in the query counts as absent. */
export function toRunParameters(id: string | undefined, url: URL): { id: number; rule?: string; page?: number } {
  const rule = url.searchParams.get('rule');
  const page = Number(url.searchParams.get('page'));
  return {
    id: /^\d{1,9}$/.test(id ?? '') ? Number(id) : 0,
    ...(rule && /^(rejection|warning):\w{1,60}$/.test(rule) ? { rule } : {}),
    ...(Number.isSafeInteger(page) && page > 0 && page < 100_000 ? { page } : {}),
  };
}
