import { Group, Text, Title } from "@mantine/core";
import { runTexts } from "../texts/runs";
import { localZone } from "../time/zone";
import { DeadLetters } from "./DeadLetters";
import { EndedRuns } from "./EndedRuns";
import { Outboxes } from "./Outboxes";
import { Processes } from "./Processes";
import classes from "./RunsOverview.module.css";
import { StopAll } from "./StopAll";
import { UnderWayRuns } from "./UnderWayRuns";
import { useUnderWay } from "./useUnderWay";

/** Everything under way, what ended lately, who executes it, and what went wrong around it. */
export function RunsOverview() {
  const underWay = useUnderWay();
  return (
    <div className={classes.page}>
      <Group justify="space-between" gap="xs">
        <div>
          <Title order={1} size="h2">
            {runTexts.title}
          </Title>
          <Text size="sm" c="dimmed">
            {runTexts.zone(localZone())}
          </Text>
        </div>
        <StopAll underWay={underWay} />
      </Group>
      <div className={classes.columns}>
        <div className={classes.column}>
          <UnderWayRuns underWay={underWay} />
          <EndedRuns />
        </div>
        <div className={classes.column}>
          <Processes />
          <DeadLetters />
          <Outboxes />
        </div>
      </div>
    </div>
  );
}
