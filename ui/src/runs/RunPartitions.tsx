import { Pagination, SegmentedControl, Skeleton, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useServices } from "../api/ApiContext";
import type { Partition, Run } from "../api/types";
import { LoadFailed } from "../shell/LoadFailed";
import { runTexts } from "../texts/runs";
import { PartitionRow } from "./PartitionRow";
import { Rows } from "./Rows";
import { isMoving, isOpen } from "./runRules";
import { useProcessesById } from "./useProcesses";

const PAGE = 20;
const EVERY_MS = 3_000;
const STATES: Partition["state"][] = ["FAILED", "RUNNING", "QUEUED", "DONE"];
const HEADS = [
  runTexts.partition,
  runTexts.stateLabel,
  runTexts.worker,
  runTexts.handled,
  runTexts.chunks,
  runTexts.taken,
  runTexts.duration,
];
const COLUMNS = "36px 92px minmax(140px, 1.2fr) minmax(60px, 0.6fr) 56px 56px minmax(84px, 0.6fr)";

type Shown = Partition["state"] | "ALL";

/** A run's partitions and the workers that hold them, a page at a time. */
export function RunPartitions({ run }: { run: Run }) {
  const { dispatch } = useServices();
  const workers = useProcessesById();
  const [shown, setShown] = useState<Shown>("ALL");
  const [page, setPage] = useState(1);
  const partitions = dispatch.useQuery(
    "get",
    "/runs/{runId}/partitions",
    { params: { path: { runId: run.runId } } },
    { refetchInterval: ({ state }) => (isMoving(run) || state.status === "error" ? EVERY_MS : false) },
  );
  const { data } = partitions;
  const error: unknown = partitions.error;
  if (data == null) {
    return error ? <LoadFailed error={error} onRetry={() => void partitions.refetch()} /> : <Skeleton height={180} />;
  }
  if (data.items.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {isOpen(run) || run.attempt === 0 ? runTexts.noPartitions : runTexts.partitionsGone}
      </Text>
    );
  }
  const fitting = data.items.filter((partition) => shown === "ALL" || partition.state === shown);
  const pages = Math.max(1, Math.ceil(fitting.length / PAGE));
  const at = Math.min(page, pages);
  return (
    <Stack gap="xs">
      <SegmentedControl
        size="xs"
        aria-label={runTexts.stateLabel}
        value={shown}
        onChange={(value) => {
          setShown(value as Shown);
          setPage(1);
        }}
        data={choices(data.items)}
      />
      <Rows label={runTexts.partitions} heads={HEADS} columns={COLUMNS}>
        {fitting.slice((at - 1) * PAGE, at * PAGE).map((partition) => (
          <PartitionRow key={partition.partitionNo} partition={partition} workers={workers} />
        ))}
      </Rows>
      {pages > 1 && (
        <Pagination
          size="sm"
          siblings={0}
          total={pages}
          value={at}
          onChange={setPage}
          aria-label={runTexts.pages}
          getItemProps={(number) => ({ "aria-label": runTexts.page(number) })}
          getControlProps={(control) => ({ "aria-label": runTexts.pageControls[control] })}
        />
      )}
    </Stack>
  );
}

function choices(items: readonly Partition[]) {
  const present = STATES.map((state) => ({
    state,
    count: items.filter((partition) => partition.state === state).length,
  })).filter(({ count }) => count > 0);
  return [
    { value: "ALL", label: runTexts.withCount(runTexts.all, items.length) },
    ...present.map(({ state, count }) => ({
      value: state,
      label: runTexts.withCount(runTexts.partitionState[state], count),
    })),
  ];
}
