import { useEffect } from "react";
import { usePart } from "../../load/usePart";

/**
 * The part that only those need who open the inbox; loaded when the page is quiet or the customer is about to, so that it is
 * mostly there before.
 */
export function usePanel(onFailure: () => void) {
  const [Panel, load] = usePart(loadPanel);
  useEffect(() => {
    const early = () => void load().catch(() => {});
    if (typeof requestIdleCallback === "undefined") {
      const timer = setTimeout(early, 2_000);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(early, { timeout: 5_000 });
    return () => cancelIdleCallback(idle);
  }, [load]);
  /** To be called when it is needed now. */
  const need = () => {
    if (Panel == null) {
      load().catch(onFailure);
    }
  };
  return { Panel, need };
}

async function loadPanel() {
  return (await import("../panel/InboxPanel")).InboxPanel;
}
