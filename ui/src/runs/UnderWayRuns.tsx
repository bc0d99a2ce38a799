import { Skeleton, Text } from "@mantine/core";
import { IconMoonStars } from "@tabler/icons-react";
import { useServices } from "../api/ApiContext";
import { LoadFailed } from "../shell/LoadFailed";
import { formatNumber } from "../texts/format";
import { runTexts } from "../texts/runs";
import classes from "./Card.module.css";
import { RunCard } from "./RunCard";
import { Section } from "./Section";
import own from "./UnderWayRuns.module.css";
import type { UnderWay } from "./useUnderWay";

const MINUTE_MS = 60_000;

/** The runs that are not over, each with its progress. */
export function UnderWayRuns({ underWay }: { underWay: UnderWay }) {
  const { runs, readAt, isLive, error, retry } = underWay;
  const count = runs != null && runs.length > 0 && (
    <Text size="sm" c="dimmed">
      {formatNumber(runs.length)}
    </Text>
  );
  return (
    <Section title={runTexts.underWay} aside={count}>
      <div className={own.room}>
        {runs == null && (error ? <LoadFailed error={error} onRetry={retry} /> : <Skeleton />)}
        {runs?.length === 0 && <Idle />}
        {runs != null && runs.length > 0 && (
          <ul className={classes.plain}>
            {runs.map((run) => (
              <li key={run.runId}>
                <RunCard run={run} readAt={readAt(run.runId)} live={isLive(run.runId)} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

/** Says that nothing is being sent, and what comes next. */
function Idle() {
  const { dispatch } = useServices();
  const schedule = dispatch.useQuery(
    "get",
    "/schedule",
    { params: { query: { status: "PUBLISHED", limit: 100 } } },
    { refetchInterval: MINUTE_MS },
  );
  const next = schedule.data?.items
    .flatMap(({ title, nextDueAt }) => (nextDueAt == null ? [] : [{ title, at: nextDueAt }]))
    .sort((one, other) => one.at.localeCompare(other.at))[0];
  return (
    <div className={`${classes.card} ${own.idle}`}>
      <Text fw={600} className={classes.idle}>
        <IconMoonStars size={18} aria-hidden />
        {runTexts.idleTitle}
      </Text>
      <Text size="sm" c="dimmed">
        {schedule.data == null ? " " : runTexts.idle(next ?? null)}
      </Text>
    </div>
  );
}
