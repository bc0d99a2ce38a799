import { Anchor, Text } from "@mantine/core";
import { Link } from "react-router";
import type { Run } from "../api/types";
import { formatAgo, formatDate, formatDateTime } from "../texts/format";
import { runTexts } from "../texts/runs";
import classes from "./EndedRun.module.css";
import { ReplayTag } from "./ReplayTag";
import { Cell, Row } from "./Rows";
import { RunFigures } from "./RunFigures";
import { RunStateBadge } from "./RunStateBadge";

/** A run that is over, and the way to all that is known of it. */
export function EndedRun({ run }: { run: Run }) {
  const trouble = run.state === "FAILED" || run.state === "STOPPED" ? run.reason : null;
  return (
    <Row
      below={
        trouble != null && (
          <Text size="sm" c="var(--mantine-color-error)" style={{ overflowWrap: "anywhere" }}>
            {trouble}
          </Text>
        )
      }
    >
      <Cell label={runTexts.titleHead} wide>
        <Anchor component={Link} to={`/admin/runs/${run.runId}`} className={classes.link}>
          <b dir="auto">{run.title}</b> <span>{formatDate(run.dispatchDate)}</span>
        </Anchor>
        <ReplayTag generation={run.generation} />
      </Cell>
      <Cell label={runTexts.stateLabel}>
        <RunStateBadge state={run.state} />
      </Cell>
      <RunFigures run={run} />
      <Cell label={runTexts.ended}>
        {run.endedAt == null ? (
          runTexts.none
        ) : (
          <time dateTime={run.endedAt} title={formatDateTime(run.endedAt)}>
            {formatAgo(run.endedAt)}
          </time>
        )}
      </Cell>
    </Row>
  );
}
