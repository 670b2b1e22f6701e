import { useCallback, useState } from 'react';

/**
 * A chart is a drawing until someone touches it, points at it or tabs into it: only then is the interactive layer
 * fetched. `alive` stays true afterwards.
 */
export function useAlive() {
  const [alive, setAlive] = useState(false);
  const wake = useCallback(() => setAlive(true), []);
  return { alive, wakers: { onPointerEnter: wake, onTouchStart: wake, onFocus: wake } };
}
