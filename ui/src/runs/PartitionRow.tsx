import { Text } from "@mantine/core";
import {
  IconAlertTriangleFilled,
  IconCircleCheckFilled,
  IconClock,
  IconPlayerPlayFilled,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Partition, ProcessView } from "../api/types";
import { formatDuration, formatNumber } from "../texts/format";
import { runTexts } from "../texts/runs";
import classes from "./PartitionRow.module.css";
import { Cell, Row } from "./Rows";
import { secondsOf } from "./runShares";

const ICONS: Record<Partition["state"], TablerIcon> = {
  QUEUED: IconClock,
  RUNNING: IconPlayerPlayFilled,
  DONE: IconCircleCheckFilled,
  FAILED: IconAlertTriangleFilled,
};

/** A range of customers, how far it is, and which worker has it. */
export function PartitionRow(props: { partition: Partition; workers: ReadonlyMap<string, ProcessView> }) {
  const { partition, workers } = props;
  const Icon = ICONS[partition.state];
  const seconds = secondsOf(partition);
  return (
    <Row
      below={
        partition.reason != null && (
          <Text
            size="sm"
            c={partition.state === "FAILED" ? "var(--mantine-color-error)" : "dimmed"}
            className={classes.reason}
          >
            {partition.reason}
          </Text>
        )
      }
    >
      <Cell label={runTexts.partition}>{partition.partitionNo}</Cell>
      <Cell label={runTexts.stateLabel}>
        <span className={classes.state} data-state={partition.state}>
          <Icon size={14} aria-hidden />
          {runTexts.partitionState[partition.state]}
        </span>
      </Cell>
      <Cell label={runTexts.worker}>
        <WorkerName id={partition.processId} workers={workers} />
      </Cell>
      <Cell label={runTexts.handled}>
        {formatNumber(partition.delivered)}
        {partition.inserted < partition.delivered && (
          <Text size="xs" c="dimmed">
            {runTexts.new(partition.inserted)}
          </Text>
        )}
      </Cell>
      <Cell label={runTexts.chunks}>
        {formatNumber(partition.chunks)}
        {partition.chunksReplayed > 0 && (
          <Text size="xs" c="dimmed">
            {runTexts.chunksReplayed(partition.chunksReplayed)}
          </Text>
        )}
      </Cell>
      <Cell label={runTexts.taken}>{runTexts.times(partition.attempts)}</Cell>
      <Cell label={runTexts.duration}>{seconds == null ? runTexts.none : formatDuration(seconds)}</Cell>
    </Row>
  );
}

function WorkerName({ id, workers }: { id?: string | null; workers: ReadonlyMap<string, ProcessView> }) {
  if (id == null) {
    return runTexts.none;
  }
  const worker = workers.get(id);
  if (worker == null) {
    return <Text size="sm">{runTexts.workerGone(id)}</Text>;
  }
  return (
    <>
      {runTexts.workerAt(worker.host, worker.port ?? null, worker.pid)}
      {!worker.alive && <Text span inherit c="var(--mantine-color-error)" fw={650}>{` (${runTexts.dead})`}</Text>}
    </>
  );
}
