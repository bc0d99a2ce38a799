import { type RefObject, useLayoutEffect, useRef } from "react";

const DIALOGS = '[role="dialog"], [role="alertdialog"]';

type TopmostEsc = {
  /** To be given to what the dialog stands in; others opened from it may stand there, too, after it. */
  ref: RefObject<HTMLDivElement | null>;
  /** Whether the Esc being pressed belongs to a dialog over this one, so that this one must stay. */
  isOfAnother: () => boolean;
};

/**
 * Lets Esc close only the topmost dialog, whoever opened it. Mantine tells one press to all of them, and by the time one hears
 * of it the dialog above may be gone: hence which is the last of the page's is looked up before anybody else hears.
 */
export function useTopmostEsc(): TopmostEsc {
  const ref = useRef<HTMLDivElement>(null);
  const covered = useRef(false);
  // In the layout phase, as Mantine begins to listen after it.
  useLayoutEffect(() => {
    const look = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        const last = [...document.querySelectorAll(DIALOGS)].at(-1);
        covered.current = last != null && ref.current != null && ref.current.querySelector(DIALOGS) !== last;
        setTimeout(() => {
          covered.current = false;
        });
      }
    };
    window.addEventListener("keydown", look, { capture: true });
    return () => window.removeEventListener("keydown", look, { capture: true });
  }, []);
  return { ref, isOfAnother: () => covered.current };
}
