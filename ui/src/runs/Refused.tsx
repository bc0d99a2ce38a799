import { isUnreachable } from "../api/problem";
import { Say } from "../shell/Say";
import { reasonOf } from "../shell/toasts";
import { runTexts } from "../texts/runs";
import { shellTexts } from "../texts/shell";

/** Why something was not done: a service's refusal in its own words, or that nothing was answered. */
export function Refused({ error }: { error: unknown }) {
  return (
    <Say kind="problem" title={isUnreachable(error) ? shellTexts.notDone : runTexts.refused}>
      {reasonOf(error)}
    </Say>
  );
}
