import { useCallback, useEffect, useState } from "react";
import { loadPart } from "./loadPart";

/**
 * A component that is loaded when it is needed. Unlike one of `React.lazy` it can be asked for again after it could not be had.
 *
 * @param load the same from one rendering to the next
 * @param early whether it is also loaded as soon as the page is quiet, so that it is mostly there before
 * @returns the component, null until it is there, and what loads it
 */
export function usePart<Part>(load: () => Promise<Part>, early = false): [Part | null, () => Promise<void>] {
  const [part, setPart] = useState<Part | null>(null);
  const need = useCallback(async () => {
    const loaded = await loadPart(load);
    setPart(() => loaded);
  }, [load]);
  useEffect(() => (early ? whenQuiet(() => void need().catch(() => {})) : undefined), [early, need]);
  return [part, need];
}

function whenQuiet(then: () => void): () => void {
  if (typeof requestIdleCallback === "undefined") {
    const timer = setTimeout(then, 2_000);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(then, { timeout: 5_000 });
  return () => cancelIdleCallback(idle);
}
