import { useEffect, useRef, useState } from "react";

/**
 * Gives the focus back, when the component goes, to what had it before; to the dialog around it when that is gone. Mantine
 * does so only for what is closed before it is taken away.
 */
export function useReturnFocus() {
  const [before] = useState(() => document.activeElement);
  const [around] = useState(() => before?.closest('[role="dialog"]') ?? null);
  const there = useRef(false);
  useEffect(() => {
    there.current = true;
    return () => {
      there.current = false;
      setTimeout(() => {
        const target = before?.isConnected ? before : around;
        if (!there.current && target instanceof HTMLElement && target.isConnected) {
          target.focus({ preventScroll: true });
        }
      });
    };
  }, [before, around]);
}
