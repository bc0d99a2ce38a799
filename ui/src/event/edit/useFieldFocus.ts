import { useEffect, useState } from "react";
import type { EventValues } from "./eventValues";
import { fieldPaths, localeOfPath } from "./fieldProblems";

/**
 * Moves the focus to the first wrong field, after the tab and the language that it stands in have been shown.
 *
 * @param show shows the details, and the language when there is one
 */
export function useFieldFocus(show: (locale: string | null) => void) {
  const [wanted, setWanted] = useState<{ path: string } | null>(null);
  useEffect(() => {
    if (wanted != null) {
      // The tab may be shown only after this page's address has changed.
      const timer = setTimeout(() => {
        const field = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(wanted.path)}"]`);
        // In the middle, so that what is wrong can be read below it.
        field?.scrollIntoView({ block: "center" });
        field?.focus({ preventScroll: true });
        setWanted(null);
      }, 50);
      return () => clearTimeout(timer);
    }
  }, [wanted]);
  return (problems: Record<string, unknown>, values: EventValues) => {
    const path = fieldPaths(values).find((it) => problems[it] != null);
    if (path != null) {
      show(localeOfPath(path));
      setWanted({ path });
    }
  };
}
