import { useState, type MouseEvent, type PointerEvent } from 'react';

/**
 * First tap on a mark labels it, the second opens it. A mouse has shown the label before it clicks, and a keyboard
 * reads it, so both open at once.
 */
export function useMarked() {
  const [marked, setMarked] = useState<string | null>(null);
  const [isTouch, setIsTouch] = useState(false);
  const onMark = (key: string) => ({
    onPointerDown: (event: PointerEvent) => setIsTouch(event.pointerType === 'touch'),
    onPointerEnter: (event: PointerEvent) => event.pointerType === 'mouse' && setMarked(key),
    onFocus: () => !isTouch && setMarked(key),
    onClick: (event: MouseEvent) => {
      if (!isTouch || marked === key) return;
      event.preventDefault();
      setMarked(key);
    },
  });
  return { marked, onMark, setMarked };
}
