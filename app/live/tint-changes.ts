const TINT_MS = 600;
/** Controls, and the line that says as of when: they change with everything. */
const NOT_NUMBERS = '.button, .headline-facts';

/** For a moment, every number on the page whose text changes gets a tint, so that the eye finds what is new. */
export function tintChanges(forMs = 4_000): void {
  const page = document.getElementById('content');
  if (!page) return;
  const observer = new MutationObserver((records) => {
    for (const { target, oldValue } of records) {
      const element = target.parentElement;
      if (
        !element ||
        element.closest(NOT_NUMBERS) ||
        target.textContent === oldValue ||
        !/[0-9๐-๙]/.test(target.textContent ?? '')
      )
        continue;
      element.classList.add('changed');
      setTimeout(() => element.classList.remove('changed'), TINT_MS);
    }
  });
  observer.observe(page, { characterData: true, characterDataOldValue: true, subtree: true });
  setTimeout(() => observer.disconnect(), forMs);
}
