import { useCallback, useMemo, useRef, useState } from "react";
import type { Leaving } from "./leaving";

/**
 * What the drawer keeps to answer {@link Leaving}.
 *
 * @param onOpen shows another event instead
 */
export function useLeavingState(onOpen: (eventId: string) => void) {
  const [dirty, setDirty] = useState(false);
  const dirtyNow = useRef(false);
  const [asking, setAsking] = useState<(() => void) | null>(null);
  const say = useCallback((value: boolean) => {
    dirtyNow.current = value;
    setDirty(value);
  }, []);
  const leave = useCallback((then: () => void) => {
    if (dirtyNow.current) {
      setAsking(() => then);
    } else {
      then();
    }
  }, []);
  const leaving = useMemo<Leaving>(
    () => ({ setDirty: say, leave, open: (eventId) => leave(() => onOpen(eventId)) }),
    [say, leave, onOpen],
  );
  return {
    leaving,
    dirty,
    asking,
    stay: () => setAsking(null),
    /** Whether something would be lost right now, which may not have been drawn yet. */
    isDirty: () => dirtyNow.current,
    /** Goes where what was typed goes along. */
    takeAlong(go: () => void) {
      const before = dirtyNow.current;
      dirtyNow.current = false;
      go();
      dirtyNow.current = before;
    },
  };
}
