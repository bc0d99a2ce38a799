import { ActionIcon, Anchor, Group, Stack, Text } from "@mantine/core";
import { IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useId, useState } from "react";
import { Link } from "react-router";
import type { PromoEvent, Run } from "../api/types";
import { useRights } from "../auth/RightsContext";
import { formatDate } from "../texts/format";
import { runTexts } from "../texts/runs";
import { DayName } from "./DayName";
import classes from "./DayRow.module.css";
import type { Day } from "./eventDays";
import { ReplayTag } from "./ReplayTag";
import { Cell, Row } from "./Rows";
import { RunButtons } from "./RunButtons";
import { RunFigures } from "./RunFigures";
import { RunInside } from "./RunInside";
import { RunProgress } from "./RunProgress";
import { hasStanding, RunStanding } from "./RunStanding";
import { RunStateBadge } from "./RunStateBadge";
import { isOpen, offersOf } from "./runRules";
import { handledOf } from "./runShares";
import way from "./Way.module.css";

type DayRowProps = {
  day: Day & { run: Run };
  event: PromoEvent;
  readAt: number;
  live: boolean;
  /** What else can be done about the day. */
  children?: ReactNode;
};

/** A day that has a run: what it has come to, what can be done, and on demand its inside. */
export function DayRow({ day, event, readAt, live, children }: DayRowProps) {
  const [inside, setInside] = useState(false);
  const rights = useRights();
  const id = useId();
  const { run, earlier } = day;
  const name = formatDate(day.date);
  const acts = rights.operate && offersOf(run, event).length > 0;
  const said = !isOpen(run) && hasStanding(run);
  return (
    <Row
      below={
        <>
          {isOpen(run) && <RunProgress run={run} readAt={readAt} live={live} />}
          {(said || acts || children) && (
            <div className={classes.foot}>
              {said && (
                <div className={classes.words}>
                  <RunStanding run={run} />
                </div>
              )}
              {acts && <RunButtons run={run} event={event} />}
              {children}
            </div>
          )}
          {inside && (
            <Stack id={id} gap="md" className={classes.inside}>
              <RunInside run={run} zone={event.timeZone} />
              {earlier.length > 0 && <Earlier runs={earlier} />}
              <Anchor component={Link} to={`/admin/runs/${run.runId}`} size="sm" className={way.way}>
                {runTexts.openRun}
              </Anchor>
            </Stack>
          )}
        </>
      }
    >
      <Cell label={runTexts.day} wide>
        <Group gap="xs" wrap="nowrap">
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={runTexts.moreOf(name)}
            aria-expanded={inside}
            aria-controls={inside ? id : undefined}
            onClick={() => setInside(!inside)}
          >
            <IconChevronDown size={18} className={classes.chevron} data-open={inside || undefined} aria-hidden />
          </ActionIcon>
          <DayName date={day.date} dueAt={day.dueAt} zone={event.timeZone} />
        </Group>
      </Cell>
      <Cell label={runTexts.stateLabel}>
        <RunStateBadge state={run.state} />
        <ReplayTag generation={run.generation} />
      </Cell>
      <RunFigures run={run} />
    </Row>
  );
}

function Earlier({ runs }: { runs: Run[] }) {
  return (
    <section aria-label={runTexts.earlier}>
      <Text fw={650} size="sm" mb={4}>
        {runTexts.earlier}
      </Text>
      <Group gap="md">
        {runs.map((run) => (
          <Group key={run.runId} gap={6}>
            <RunStateBadge state={run.state} />
            <Anchor component={Link} to={`/admin/runs/${run.runId}`} size="sm">
              {runTexts.generation(run.generation)}, {runTexts.handledOf(handledOf(run), run.eligible)}
            </Anchor>
          </Group>
        ))}
      </Group>
    </section>
  );
}
