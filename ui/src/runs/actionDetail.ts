import type { RunAction, RunState } from "../api/types";
import { runTexts } from "../texts/runs";

/** What else is known of an action. That of an end begins with the run's state, which has a word of its own. */
export function detailOf({ action, detail }: RunAction): string | null {
  if (detail == null || detail === "" || action !== "END") {
    return detail || null;
  }
  return detail.replace(/^[A-Z]+/, (state) => runTexts.state[state as RunState] ?? state);
}
