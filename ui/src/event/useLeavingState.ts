import { useMemo, useRef, useState } from "react";
import type { Leaving } from "./leaving";

/** What the drawer keeps to answer {@link Leaving}. */
export function useLeavingState() {
  const [dirty, setDirty] = useState(false);
  const dirtyNow = useRef(false);
  const [dialogs, setDialogs] = useState(0);
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
      dialogOpened() {
        setDialogs((count) => count + 1);
        // Not before the key press is over that closed the dialog: the drawer hears of the same one.
        return () => void setTimeout(() => setDialogs((count) => count - 1));
      },
    }),
    [],
  );
  return { leaving, dirty, dialogOpen: dialogs > 0, asking, stay: () => setAsking(null) };
}
