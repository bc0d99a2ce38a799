import { Skeleton, Text } from "@mantine/core";
import { useServices } from "../api/ApiContext";
import type { Run, RunAction } from "../api/types";
import { LoadFailed } from "../shell/LoadFailed";
import { formatDateTime } from "../texts/format";
import { runTexts } from "../texts/runs";
import { detailOf } from "./actionDetail";
import classes from "./RunLog.module.css";
import { isOpen } from "./runRules";

const EVERY_MS = 5_000;

/** Who did what with a run, the latest first. */
export function RunLog({ run, zone }: { run: Run; zone: string }) {
  const { dispatch } = useServices();
  const log = dispatch.useQuery(
    "get",
    "/runs/{runId}/actions",
    { params: { path: { runId: run.runId } } },
    { refetchInterval: ({ state }) => (isOpen(run) || state.status === "error" ? EVERY_MS : false) },
  );
  const { data } = log;
  const error: unknown = log.error;
  if (data == null) {
    return error ? <LoadFailed error={error} onRetry={() => void log.refetch()} /> : <Skeleton height={72} />;
  }
  if (data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {runTexts.logEmpty}
      </Text>
    );
  }
  return (
    <>
      <ol className={classes.log} aria-label={runTexts.log}>
        {data.items.toReversed().map((entry) => (
          <Entry key={`${entry.at} ${entry.action}`} entry={entry} zone={zone} />
        ))}
      </ol>
      {data.truncated && (
        <Text size="xs" c="dimmed">
          {runTexts.logTruncated}
        </Text>
      )}
    </>
  );
}

function Entry({ entry, zone }: { entry: RunAction; zone: string }) {
  const detail = detailOf(entry);
  return (
    <li>
      <time dateTime={entry.at}>{formatDateTime(entry.at, zone)}</time>
      <span>
        <b>{runTexts.actors[entry.actor] ?? entry.actor}</b> {runTexts.did[entry.action]}
        {detail != null && <span className={classes.detail}>{detail}</span>}
      </span>
    </li>
  );
}
