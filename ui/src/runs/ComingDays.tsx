import { Stack, Text, Title } from "@mantine/core";
import { IconCalendarTime } from "@tabler/icons-react";
import { useRef, useState } from "react";
import type { PromoEvent } from "../api/types";
import { MoreButton } from "../shell/MoreButton";
import { runTexts } from "../texts/runs";
import { DayName } from "./DayName";
import type { Day } from "./eventDays";
import { Cell, Row, Rows } from "./Rows";
import badge from "./RunStateBadge.module.css";

const FIRST = 3;

/** The days of an event that have no run yet. */
export function ComingDays({ days, event }: { days: readonly Day[]; event: PromoEvent }) {
  const [all, setAll] = useState(false);
  const rows = useRef<HTMLUListElement>(null);
  const shown = all ? days : days.slice(0, FIRST);
  const note = noteOf(event);
  return (
    <Stack component="section" gap="xs" aria-label={runTexts.comingTitle}>
      <Title order={3} size="h5">
        {runTexts.comingTitle}
      </Title>
      {note && (
        <Text size="sm" c="dimmed">
          {note}
        </Text>
      )}
      <Rows ref={rows} label={runTexts.comingList} heads={[]} columns="1fr auto">
        {shown.map((day) => (
          <Row key={day.date}>
            <Cell label={runTexts.day}>
              <DayName date={day.date} dueAt={day.dueAt} zone={event.timeZone} />
            </Cell>
            <Cell label={runTexts.stateLabel}>
              <span className={badge.badge}>
                <IconCalendarTime size={14} className={badge.icon} aria-hidden />
                {event.status === "CANCELLED" ? runTexts.state.CANCELLED : runTexts.upcoming}
              </span>
            </Cell>
          </Row>
        ))}
      </Rows>
      <MoreButton variant="subtle" list={rows} more={shown.length < days.length} onMore={() => setAll(true)}>
        {runTexts.showAllDays(days.length)}
      </MoreButton>
    </Stack>
  );
}

function noteOf(event: PromoEvent): string | null {
  switch (event.status) {
    case "DRAFT":
      return runTexts.draft;
    case "CANCELLED":
      return runTexts.wontCome;
    default:
      return null;
  }
}
