import { Text } from "@mantine/core";
import type { Run } from "../api/types";
import { formatDateTime, formatDuration, formatNumber } from "../texts/format";
import { runTexts } from "../texts/runs";
import classes from "./RunFacts.module.css";
import { handledOf, secondsOf, skippedOf } from "./runShares";

/** What else is known of a run. */
export function RunFacts({ run, zone }: { run: Run; zone: string }) {
  const at = (instant?: string | null) => (instant == null ? runTexts.none : formatDateTime(instant, zone));
  const seconds = secondsOf(run);
  const facts: [string, string][] = [
    [runTexts.dueHead, at(run.dueAt)],
    [runTexts.requested, runTexts.by(run.requestedBy, at(run.requestedAt))],
    [runTexts.started, at(run.startedAt)],
    [runTexts.ended, at(run.endedAt)],
    [runTexts.duration, seconds == null ? runTexts.none : formatDuration(seconds)],
    [runTexts.sent, formatNumber(run.inserted)],
    [runTexts.skipped, formatNumber(skippedOf(run))],
    [runTexts.unsubscribed, formatNumber(run.unsubscribed)],
    [runTexts.progressHead, runTexts.handledOf(handledOf(run), run.eligible)],
    [runTexts.attempts, formatNumber(run.attempt)],
    [runTexts.audienceAt, at(run.audienceAt)],
    [runTexts.eventVersion, formatNumber(run.eventVersion)],
    [runTexts.maxRate, run.maxRate == null ? runTexts.unlimited : runTexts.perSecond(run.maxRate)],
    [runTexts.replayed, formatNumber(run.chunksReplayed)],
  ];
  return (
    <div>
      <dl className={classes.facts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Text size="xs" c="dimmed" mt={6}>
        {runTexts.skippedHint} {runTexts.zone(zone)}.
      </Text>
    </div>
  );
}
