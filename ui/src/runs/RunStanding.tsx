import { Text } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { Run } from "../api/types";
import { runTexts } from "../texts/runs";
import classes from "./RunStanding.module.css";
import { isMoving, isOpen } from "./runRules";
import { remainingOf } from "./runShares";

/** A run that was silent for so long stands still; a chunk at a low rate takes seconds, too. */
const STALLED_SECONDS = 30;

/** What is to be said of a run that does not simply go on: what was asked of it, and why it stands still or has failed. */
export function RunStanding({ run }: { run: Run }) {
  const intent = intentOf(run);
  const trouble = troubleOf(run);
  return (
    <>
      {intent && (
        <Text size="sm" className={classes.line}>
          <IconInfoCircle size={16} aria-hidden />
          <span>{intent}</span>
        </Text>
      )}
      {trouble && (
        <Text size="sm" className={classes.line} data-trouble>
          <IconAlertTriangle size={16} aria-hidden />
          <span>{trouble}</span>
        </Text>
      )}
    </>
  );
}

/** Whether there is anything to be said of how a run stands. */
export function hasStanding(run: Run): boolean {
  return intentOf(run) != null || troubleOf(run) != null;
}

function intentOf(run: Run): string | null {
  if (run.state === "MISSED") {
    return runTexts.missed;
  }
  if (run.state === "STOPPED" || run.state === "FAILED") {
    const left = remainingOf(run);
    if (left == null || left === 0) {
      return null;
    }
    return run.generation === 0 ? runTexts.unfinished(left) : runTexts.unfinishedReplay(left);
  }
  if (!isMoving(run)) {
    return null;
  }
  switch (run.desired) {
    case "CANCELLED":
      return runTexts.cancelling;
    case "STOPPED":
      return runTexts.stopping;
    case "PAUSED":
      return runTexts.pausing;
    case "RUNNING":
      return null;
  }
}

function troubleOf(run: Run): string | null {
  const stalled = run.stalledSeconds ?? 0;
  const parts: string[] = [];
  if (stalled >= STALLED_SECONDS) {
    parts.push(runTexts.stalled(stalled));
  }
  if (isOpen(run) && run.workersAlive === 0) {
    parts.push(runTexts.noWorkers);
  } else if (run.reason != null) {
    parts.push(sentence(run.reason));
  } else if (stalled >= STALLED_SECONDS) {
    parts.push(runTexts.noReason);
  }
  if (stalled >= STALLED_SECONDS && run.workersAlive > 0) {
    parts.push(runTexts.workers(run.workersAlive));
  }
  return parts.length === 0 ? null : parts.join(" ");
}

function sentence(reason: string): string {
  return /[.!?]$/.test(reason) ? reason : `${reason}.`;
}
