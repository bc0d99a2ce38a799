import { List, Skeleton } from "@mantine/core";
import type { Run } from "../../api/types";
import { isOpen } from "../../runs/runRules";
import { handledOf } from "../../runs/runShares";
import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import { runTexts } from "../../texts/runs";
import { useRunsToCancel } from "./useRunsToCancel";

const MOST = 5;

/** What cancelling an event does to its runs: those not over stop where they are, those that ended early stay so. */
export function RunsToCancel({ eventId }: { eventId: string }) {
  const { runs, more, failed } = useRunsToCancel(eventId);
  if (runs == null) {
    return failed ? (
      <List.Item>{eventTexts.runsUnknown}</List.Item>
    ) : (
      <List.Item>
        <Skeleton height={20} role="status" aria-label={eventTexts.lookingForRuns} />
      </List.Item>
    );
  }
  const open = runs.filter(isOpen);
  const ended = runs.filter((run) => !isOpen(run));
  return (
    <>
      {open.length === 0 ? (
        <List.Item>{eventTexts.cancelNoOpen}</List.Item>
      ) : (
        <Runs title={eventTexts.cancelOpen(open.length, more)} runs={open} />
      )}
      {ended.length > 0 && <Runs title={eventTexts.cancelEnded(ended.length, more)} runs={ended} />}
    </>
  );
}

function Runs({ title, runs }: { title: string; runs: readonly Run[] }) {
  return (
    <List.Item>
      {title}
      <List size="sm" withPadding>
        {runs.slice(0, MOST).map((run) => (
          <List.Item key={run.runId}>
            {eventTexts.cancelRun(
              formatDate(run.dispatchDate),
              runTexts.state[run.state],
              runTexts.handledOf(handledOf(run), run.eligible),
            )}
          </List.Item>
        ))}
        {runs.length > MOST && <List.Item>{eventTexts.andMore(runs.length - MOST)}</List.Item>}
      </List>
    </List.Item>
  );
}
