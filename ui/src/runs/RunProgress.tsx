import { Group, Text, VisuallyHidden } from "@mantine/core";
import type { Run } from "../api/types";
import { formatShare } from "../texts/format";
import { runTexts } from "../texts/runs";
import { ProgressBar } from "./ProgressBar";
import classes from "./RunProgress.module.css";
import { RunRates } from "./RunRates";
import { RunStanding } from "./RunStanding";
import { isMoving, isOpen } from "./runRules";
import { remainingOf, sharesOf, skippedOf } from "./runShares";
import { UpdatedAgo } from "./UpdatedAgo";

/** How far a run is, how fast it goes, when it will be done, and why it stands still when it does. */
export function RunProgress({ run, readAt, live }: { run: Run; readAt: number; live: boolean }) {
  const { done } = sharesOf(run);
  const left = remainingOf(run);
  const { total, done: partsDone, failed } = run.partitions;
  return (
    <div className={classes.progress}>
      <Group justify="space-between" align="baseline" gap="xs" wrap="nowrap">
        <Text size="sm" className={classes.counts}>
          <b>{runTexts.done(run.delivered)}</b>
          {skippedOf(run) > 0 && ` · ${runTexts.new(run.inserted)}`}
          {left == null && isOpen(run) && ` · ${runTexts.uncounted}`}
          {left != null && left > 0 && ` · ${runTexts.remaining(left)}`}
          {total > 0 && ` · ${runTexts.partitionsDone(partsDone, total)}`}
          {failed > 0 && (
            <Text span inherit c="var(--mantine-color-error)" fw={650}>
              {` · ${runTexts.partitionsFailed(failed)}`}
            </Text>
          )}
        </Text>
        <Text fw={700} className={classes.share}>
          {formatShare(done)}
        </Text>
      </Group>
      <ProgressBar run={run} />
      {run.state === "RUNNING" && <RunRates run={run} />}
      <RunStanding run={run} />
      {isOpen(run) && <UpdatedAgo readAt={readAt} live={live && isMoving(run)} />}
      <Announcer run={run} />
    </div>
  );
}

/** Tells those who cannot see the bar of each change of state and each tenth of the way, not of each second. */
function Announcer({ run }: { run: Run }) {
  const tenth = Math.floor(sharesOf(run).done * 10) / 10;
  return (
    <VisuallyHidden role="status">
      {runTexts.announce(runTexts.run(run.title, run.dispatchDate), runTexts.state[run.state], formatShare(tenth))}
    </VisuallyHidden>
  );
}
