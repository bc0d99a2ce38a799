import { useLayoutEffect, useRef } from "react";

const DIALOGS = '[role="dialog"], [role="alertdialog"]';

/**
 * Tells whether the Esc just pressed belongs to a dialog over the drawer, whoever opened it. Mantine tells one press to both,
 * and by the time the drawer hears of it the dialog may be gone: hence what is open is counted before anybody else hears.
 */
export function useEscOfDialogs(): () => boolean {
  const covered = useRef(false);
  // In the layout phase, as Mantine begins to listen after it.
  useLayoutEffect(() => {
    const count = (event: KeyboardEvent) => {
      if (event.key === "Escape") {
        covered.current = document.querySelectorAll(DIALOGS).length > 1;
        setTimeout(() => {
          covered.current = false;
        });
      }
    };
    window.addEventListener("keydown", count, { capture: true });
    return () => window.removeEventListener("keydown", count, { capture: true });
  }, []);
  return () => covered.current;
}
