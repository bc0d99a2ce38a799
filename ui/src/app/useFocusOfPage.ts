import { useEffect, useRef } from "react";
import { useLocation, useNavigationType } from "react-router";

/**
 * Puts the focus to where another page begins, so that one reads and tabs on from there and not from the link that led to it.
 * Left where it is when it is in the page already, in a dialog, or when nobody went anywhere: one was only sent on.
 */
export function useFocusOfPage(): void {
  const { pathname } = useLocation();
  const way = useNavigationType();
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) {
      return;
    }
    before.current = pathname;
    const page = document.getElementById("content");
    const focused = document.activeElement;
    if (way !== "REPLACE" && !page?.contains(focused) && focused?.closest("[role=dialog]") == null) {
      page?.focus({ preventScroll: true });
    }
  }, [pathname, way]);
}
