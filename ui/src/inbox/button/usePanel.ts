import { usePart } from "../../load/usePart";

/** The part that only those need who open the inbox; loaded when the page is quiet or the customer is about to. */
export function usePanel(onFailure: () => void) {
  const [Panel, load] = usePart(loadPanel, true);
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
