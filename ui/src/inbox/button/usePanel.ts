import { useCallback, useEffect, useState } from "react";
import type { InboxPanel } from "../panel/InboxPanel";

/**
 * The part that only those need who open the inbox; loaded when the page is quiet or the customer is about to, so that it is
 * mostly there before.
 */
export function usePanel(onFailure: () => void) {
  const [Panel, setPanel] = useState<typeof InboxPanel | null>(null);
  const load = useCallback(
    () => import("../panel/InboxPanel").then(({ InboxPanel: loaded }) => setPanel(() => loaded)),
    [],
  );
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
