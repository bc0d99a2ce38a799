import { useEffect, useState } from "react";
import { SCOPE, useScheme } from "./InboxScope";

/** An element at the end of the page for what lies over it, of the same looks as the rest of the inbox. */
export function usePortal(): HTMLElement {
  const scheme = useScheme();
  const [element] = useState(() => {
    const made = document.createElement("div");
    made.className = SCOPE;
    made.setAttribute("data-respect-reduced-motion", "");
    return made;
  });
  useEffect(() => {
    element.setAttribute("data-mantine-color-scheme", scheme);
  }, [element, scheme]);
  useEffect(() => {
    document.body.append(element);
    return () => element.remove();
  }, [element]);
  return element;
}
