import { useMemo, useRef, useState } from "react";
import type { Leaving } from "./leaving";

/** What the drawer keeps to answer {@link Leaving}. */
export function useLeavingState() {
  const [dirty, setDirty] = useState(false);
  const dirtyNow = useRef(false);
  const [asking, setAsking] = useState<(() => void) | null>(null);
  const leaving = useMemo<Leaving>(
    () => ({
      setDirty(value) {
        dirtyNow.current = value;
        setDirty(value);
      },
      leave(then) {
        if (dirtyNow.current) {
          setAsking(() => then);
        } else {
          then();
        }
      },
    }),
    [],
  );
  return { leaving, dirty, asking, stay: () => setAsking(null) };
}
