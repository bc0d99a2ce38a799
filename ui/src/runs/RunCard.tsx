import { Anchor, Group, Text, Title } from "@mantine/core";
import { Link } from "react-router";
import type { Run } from "../api/types";
import { formatDate } from "../texts/format";
import card from "./Card.module.css";
import { ReplayTag } from "./ReplayTag";
import { RunButtons } from "./RunButtons";
import { RunProgress } from "./RunProgress";
import { RunStateBadge } from "./RunStateBadge";
import way from "./Way.module.css";

/** A run that is under way, with its progress and what can be done about it. */
export function RunCard({ run, readAt, live }: { run: Run; readAt: number; live: boolean }) {
  return (
    <article className={card.card}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Title order={3} size="h5">
            <Anchor component={Link} to={`/admin/runs/${run.runId}`} inherit className={way.way}>
              <bdi>{run.title}</bdi>
            </Anchor>
          </Title>
          <Text size="sm" c="dimmed">
            {formatDate(run.dispatchDate)}
          </Text>
          <ReplayTag generation={run.generation} />
        </div>
        <RunStateBadge state={run.state} />
      </Group>
      <RunProgress run={run} readAt={readAt} live={live} />
      <RunButtons run={run} />
    </article>
  );
}
