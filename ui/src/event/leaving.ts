import { createContext, useContext, useEffect } from "react";

/** What the drawer must know of what is inside it, so that no key press and no click loses what was typed. */
export type Leaving = {
  /** Says whether there is something unsaved. */
  setDirty: (dirty: boolean) => void;
  /** Does what would lose it, once it may be lost: at once, or after asking. */
  leave: (then: () => void) => void;
  /** Shows another event instead, once what was typed may be lost. */
  open: (eventId: string) => void;
};

export const LeavingContext = createContext<Leaving | null>(null);

/** See {@link Leaving}. */
export function useLeaving(): Leaving {
  const leaving = useContext(LeavingContext);
  if (leaving == null) {
    throw new Error("no LeavingContext above");
  }
  return leaving;
}

/** Tells the drawer, and the browser, that there is something unsaved. */
export function useDirty(dirty: boolean) {
  const { setDirty } = useLeaving();
  useEffect(() => {
    setDirty(dirty);
    return () => setDirty(false);
  }, [dirty, setDirty]);
  useEffect(() => {
    if (!dirty) {
      return;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [dirty]);
}
