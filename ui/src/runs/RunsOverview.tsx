import { Group, Text, Title } from "@mantine/core";
import { MayBeOld } from "../shell/MayBeOld";
import { runTexts } from "../texts/runs";
import { localZone } from "../time/zone";
import { DeadLetters } from "./DeadLetters";
import { EndedRuns } from "./EndedRuns";
import { Outboxes } from "./Outboxes";
import { Processes } from "./Processes";
import classes from "./RunsOverview.module.css";
import { StopAll } from "./StopAll";
import touch from "./Touch.module.css";
import { UnderWayRuns } from "./UnderWayRuns";
import { useUnderWay } from "./useUnderWay";

/** Everything under way, what ended lately, who executes it, and what went wrong around it. */
export function RunsOverview() {
  const underWay = useUnderWay();
  return (
    <div className={`${classes.page} ${touch.touch}`}>
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
      {underWay.runs != null && <MayBeOld error={underWay.error} />}
      <div className={classes.areas}>
        <div className={classes.underWay}>
          <UnderWayRuns underWay={underWay} />
        </div>
        <div className={classes.around}>
          <Processes />
          <DeadLetters />
          <Outboxes />
        </div>
        <div className={classes.ended}>
          <EndedRuns />
        </div>
      </div>
    </div>
  );
}
