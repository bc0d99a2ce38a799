import { useEffect } from "react";
import { usePart } from "../load/usePart";

const AGAIN_MS = 5_000;

/**
 * {@link SessionEnded}, loaded before the session has ended, for by then the server may be away or have another version of the
 * page; if need be once it has.
 */
export function EndedDialog({ ended }: { ended: boolean }) {
  const [SessionEnded, load] = usePart(loadSessionEnded, true);
  const lacking = ended && SessionEnded == null;
  useEffect(() => {
    if (lacking) {
      const need = () => void load().catch(() => {});
      need();
      const needing = setInterval(need, AGAIN_MS);
      return () => clearInterval(needing);
    }
  }, [lacking, load]);
  return ended && SessionEnded != null && <SessionEnded />;
}

async function loadSessionEnded() {
  return (await import("./SessionEnded")).SessionEnded;
}
