import { Button, Group, Text, Title } from "@mantine/core";
import { IconCalendarEvent, IconChartBarOff } from "@tabler/icons-react";
import { useMemo } from "react";
import { Link } from "react-router";
import type { EventDay } from "../api/types";
import { Notice } from "../shell/Notice";
import { analyticsTexts } from "../texts/analytics";
import { calendarAddress } from "./address";
import { DatesPanel } from "./DatesPanel";
import { datesSeen, figuresOf, perDate, titleOf } from "./figures";
import { StatCards } from "./StatCards";
import { TimeToReadPanel } from "./TimeToReadPanel";

/** One event: its sums, date by date, and how soon its messages were read. */
export function EventDetail({ eventId, days }: { eventId: string; days: EventDay[] }) {
  const figures = useMemo(() => figuresOf(days), [days]);
  const span = useMemo(() => datesSeen(days), [days]);
  const dates = useMemo(() => (days.length === 0 ? [] : perDate(days, span)), [days, span]);
  const calendar = (
    <Button
      component={Link}
      to={calendarAddress(eventId)}
      variant="light"
      leftSection={<IconCalendarEvent size={16} aria-hidden />}
    >
      {analyticsTexts.inCalendar}
    </Button>
  );
  const last = days.at(-1);
  if (last == null) {
    return (
      <Notice
        icon={<IconChartBarOff size={28} />}
        title={analyticsTexts.emptyEvent}
        text={analyticsTexts.emptyEventHint}
      >
        {calendar}
      </Notice>
    );
  }
  return (
    <>
      <Group justify="space-between">
        <div>
          <Title order={2} size="h3">
            <bdi>{titleOf(last)}</bdi>
          </Title>
          <Text size="sm" c="dimmed">
            {analyticsTexts.datesOfEvent(days.length, span.first, span.last)}
          </Text>
        </div>
        {calendar}
      </Group>
      <StatCards figures={figures} />
      <DatesPanel rows={dates} figures={figures} fileName={`dates_${eventId}.csv`} />
      <TimeToReadPanel figures={figures} fileName={`time-to-read_${eventId}.csv`} />
    </>
  );
}
