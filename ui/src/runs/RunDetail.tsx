import { Anchor, Breadcrumbs, Button, Group, Skeleton, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { useServices } from "../api/ApiContext";
import type { Run } from "../api/types";
import { LoadFailed } from "../shell/LoadFailed";
import { MayBeOld } from "../shell/MayBeOld";
import { PageTitle } from "../shell/PageTitle";
import { formatDate } from "../texts/format";
import { runTexts } from "../texts/runs";
import { localZone } from "../time/zone";
import { BackfillDay } from "./BackfillDay";
import card from "./Card.module.css";
import { ReplayTag } from "./ReplayTag";
import { RunButtons } from "./RunButtons";
import { RunFacts } from "./RunFacts";
import { RunInside } from "./RunInside";
import { RunProgress } from "./RunProgress";
import { RunStateBadge } from "./RunStateBadge";
import { isOpen } from "./runRules";
import touch from "./Touch.module.css";
import { type Heard, pauseBefore, useRunStreams } from "./useRunStreams";
import way from "./Way.module.css";

const OPEN_MS = 5_000;
const IDLE_MS = 30_000;

/** One run: how far it is, what can be done, and everything known of it. */
export function RunDetail({ runId }: { runId: string }) {
  const { dispatch, calendar } = useServices();
  const [heard, setHeard] = useState<Heard>(new Map());
  const query = dispatch.useQuery(
    "get",
    "/runs/{runId}",
    { params: { path: { runId } } },
    {
      refetchInterval: ({ state: { data } }) =>
        pauseBefore(data && [data], heard, data && isOpen(data) ? OPEN_MS : IDLE_MS),
    },
  );
  const run: Run | undefined = query.data;
  const event = calendar.useQuery(
    "get",
    "/events/{eventId}",
    { params: { path: { eventId: run?.eventId ?? "" } } },
    { enabled: run != null, refetchInterval: IDLE_MS },
  ).data;
  useRunStreams(run == null ? [] : [run], setHeard);
  const error: unknown = query.error;
  if (run == null) {
    return (
      <>
        <PageTitle of={runTexts.titleHead} />
        {error ? <LoadFailed error={error} onRetry={() => void query.refetch()} /> : <Skeleton height={420} />}
      </>
    );
  }
  return (
    <Stack gap="md" maw={1000} mx="auto" className={touch.touch}>
      <PageTitle of={runTexts.run(run.title, run.dispatchDate)} />
      <Breadcrumbs>
        <Anchor component={Link} to="/admin/runs" size="sm" className={way.way}>
          {runTexts.allRuns}
        </Anchor>
        <span>{formatDate(run.dispatchDate)}</span>
      </Breadcrumbs>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={1} size="h2">
            <bdi>{run.title}</bdi>
          </Title>
          <Group gap="xs">
            {formatDate(run.dispatchDate)}
            <RunStateBadge state={run.state} />
            <ReplayTag generation={run.generation} />
          </Group>
        </div>
        <Button component={Link} variant="default" to={`/admin/event-calendar?event=${run.eventId}&tab=runs`}>
          {runTexts.openEvent}
        </Button>
      </Group>
      <MayBeOld error={error} />
      <div className={card.card}>
        <RunProgress run={run} readAt={Math.max(query.dataUpdatedAt, heard.get(runId) ?? 0)} live={heard.has(runId)} />
        <RunButtons run={run} event={event} />
        {event && <BackfillDay run={run} event={event} />}
      </div>
      <RunFacts run={run} zone={localZone()} />
      <RunInside run={run} level={2} zone={localZone()} />
    </Stack>
  );
}
