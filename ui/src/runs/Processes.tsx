import { Group, Skeleton, Text } from "@mantine/core";
import { IconHeartbeat, IconSkull } from "@tabler/icons-react";
import type { ProcessView } from "../api/types";
import { LoadFailed } from "../shell/LoadFailed";
import { formatAgo } from "../texts/format";
import { operationTexts } from "../texts/operations";
import { runTexts } from "../texts/runs";
import card from "./Card.module.css";
import classes from "./Processes.module.css";
import { Section } from "./Section";
import { useNow } from "./useNow";
import { useProcesses } from "./useProcesses";

/** The managers and workers that live, and those that died within the hour. */
export function Processes() {
  const processes = useProcesses();
  const now = Math.max(useNow(1_000), processes.dataUpdatedAt);
  const error: unknown = processes.error;
  const items = processes.data?.items;
  const dead = items?.filter((process) => !process.alive).length ?? 0;
  return (
    <Section
      title={operationTexts.processes}
      aside={
        dead > 0 && (
          <Text size="sm" c="var(--mantine-color-error)" fw={600}>
            {operationTexts.deadCount(dead)}
          </Text>
        )
      }
    >
      <div className={card.card}>
        {items == null &&
          (error ? <LoadFailed error={error} onRetry={() => void processes.refetch()} /> : <Skeleton height={110} />)}
        {items?.length === 0 && <Text size="sm">{operationTexts.noProcesses}</Text>}
        {items != null && (
          <ul className={card.plain} aria-label={operationTexts.processes}>
            {items.map((process) => (
              <ProcessItem key={process.processId} process={process} now={now} />
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}

function ProcessItem({ process, now }: { process: ProcessView; now: number }) {
  const { role, host, port, pid, alive, heartbeatAt, partitions } = process;
  const Icon = alive ? IconHeartbeat : IconSkull;
  return (
    <li className={classes.process} data-dead={!alive || undefined}>
      <Icon size={18} aria-hidden />
      <div>
        <Group gap={6}>
          <Text span size="sm" fw={600}>
            {operationTexts.role[role]}
          </Text>
          <Text span size="sm" className={classes.place}>
            {runTexts.workerAt(host, port ?? null, pid)}
          </Text>
        </Group>
        <Text size="xs" c="dimmed">
          {alive ? operationTexts.alive : <b className={classes.dead}>{runTexts.dead}</b>}
          {`, ${operationTexts.heard(formatAgo(heartbeatAt, now))}`}
          {role === "WORKER" && alive && `, ${operationTexts.holds(partitions)}`}
        </Text>
      </div>
    </li>
  );
}
