/** What a page knows of one panel: its value, or that it could not be read. */
export type PanelData<T> = { ok: true; value: T } | { ok: false; error: string };

/** The value, or null for a panel that failed. */
export function valueOf<T>(data: PanelData<T>): T | null {
  return data.ok ? data.value : null;
}
