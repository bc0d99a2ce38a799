import { Group, NativeSelect, Skeleton, Text, TextInput } from "@mantine/core";
import { useRef, useState } from "react";
import { useServices } from "../api/ApiContext";
import type { RunState } from "../api/types";
import { LoadFailed } from "../shell/LoadFailed";
import { MoreButton } from "../shell/MoreButton";
import { runTexts } from "../texts/runs";
import { EndedRun } from "./EndedRun";
import { Rows } from "./Rows";
import { FIGURE_COLUMNS, FIGURE_HEADS } from "./RunFigures";
import { isOpen } from "./runRules";
import { Section } from "./Section";

const PAGE = 25;
const EVERY_MS = 10_000;
const STATES: RunState[] = ["COMPLETED", "STOPPED", "FAILED", "MISSED", "CANCELLED"];
const HEADS = [runTexts.titleHead, runTexts.stateLabel, ...FIGURE_HEADS, runTexts.ended];
const COLUMNS = `minmax(160px, 1.6fr) 108px ${FIGURE_COLUMNS} minmax(90px, 0.7fr)`;

/** Runs that are over, those asked for last first. */
export function EndedRuns() {
  const { dispatch } = useServices();
  const [state, setState] = useState<RunState | "">("");
  const [date, setDate] = useState("");
  const rows = useRef<HTMLUListElement>(null);
  const pages = dispatch.useInfiniteQuery(
    "get",
    "/runs",
    { params: { query: { limit: PAGE, state: state || undefined, date: date || undefined } } },
    {
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor,
      refetchInterval: EVERY_MS,
    },
  );
  const error: unknown = pages.error;
  const runs = pages.data?.pages.flatMap((page) => page.items).filter((run) => !isOpen(run));
  return (
    <Section
      title={runTexts.lately}
      aside={
        <Group gap="xs">
          <NativeSelect
            aria-label={runTexts.stateLabel}
            value={state}
            onChange={(event) => setState(event.currentTarget.value as RunState | "")}
            data={[
              { value: "", label: runTexts.anyState },
              ...STATES.map((value) => ({ value, label: runTexts.state[value] })),
            ]}
          />
          <TextInput
            type="date"
            aria-label={runTexts.date}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
        </Group>
      }
    >
      {runs == null &&
        (error ? <LoadFailed error={error} onRetry={() => void pages.refetch()} /> : <Skeleton height={260} />)}
      {runs?.length === 0 && !pages.hasNextPage && (
        <Text size="sm" c="dimmed">
          {runTexts.noneEnded}
        </Text>
      )}
      {runs != null && runs.length > 0 && (
        <Rows ref={rows} label={runTexts.lately} heads={HEADS} columns={COLUMNS}>
          {runs.map((run) => (
            <EndedRun key={run.runId} run={run} />
          ))}
        </Rows>
      )}
      <MoreButton
        variant="default"
        list={rows}
        more={pages.hasNextPage}
        busy={pages.isFetchingNextPage}
        onMore={() => void pages.fetchNextPage()}
      >
        {runTexts.loadMore}
      </MoreButton>
    </Section>
  );
}
