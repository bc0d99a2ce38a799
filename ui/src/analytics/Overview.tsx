import { Button } from "@mantine/core";
import { IconChartBarOff } from "@tabler/icons-react";
import { useMemo } from "react";
import { Link } from "react-router";
import type { EventDay } from "../api/types";
import { Notice } from "../shell/Notice";
import { analyticsTexts } from "../texts/analytics";
import type { Dates } from "../time/window";
import { DatesPanel } from "./DatesPanel";
import { EventsTable } from "./EventsTable";
import { figuresOf, perDate, perEvent } from "./figures";
import { StatCards } from "./StatCards";

/** All events between two dates: their sums, date by date, and event by event. */
export function Overview({ days, period }: { days: EventDay[]; period: Dates }) {
  const figures = useMemo(() => figuresOf(days), [days]);
  const dates = useMemo(() => perDate(days, period), [days, period]);
  const events = useMemo(() => perEvent(days), [days]);
  if (days.length === 0) {
    return (
      <Notice
        icon={<IconChartBarOff size={28} />}
        title={analyticsTexts.emptyPeriod}
        text={analyticsTexts.emptyPeriodHint}
      >
        <Button component={Link} to="/admin/event-calendar" variant="light">
          {analyticsTexts.toCalendar}
        </Button>
      </Notice>
    );
  }
  const file = `${period.first}_${period.last}.csv`;
  return (
    <>
      <StatCards figures={figures} />
      <DatesPanel rows={dates} figures={figures} fileName={`dates_${file}`} />
      <EventsTable rows={events} fileName={`events_${file}`} />
    </>
  );
}
