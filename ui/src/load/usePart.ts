import { useCallback, useState } from "react";
import { loadPart } from "./loadPart";

/**
 * A component that is loaded when it is needed. Unlike one of `React.lazy` it can be asked for again after it could not be had.
 *
 * @param load the same from one rendering to the next
 * @returns the component, null until it is there, and what loads it
 */
export function usePart<Part>(load: () => Promise<Part>): [Part | null, () => Promise<void>] {
  const [part, setPart] = useState<Part | null>(null);
  const need = useCallback(async () => {
    const loaded = await loadPart(load);
    setPart(() => loaded);
  }, [load]);
  return [part, need];
}
