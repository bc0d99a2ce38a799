import FullCalendar from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import "@fullcalendar/react/skeleton.css";
import classicTheme from "@fullcalendar/react/themes/classic";
import "@fullcalendar/react/themes/classic/theme.css";
import "@fullcalendar/react/themes/classic/palette.css";
import type { CalendarRef, EventDisplayInfo, EventInput } from "@fullcalendar/react";
import { useComputedColorScheme } from "@mantine/core";
import { memo, useEffect, useMemo, useRef } from "react";
import { calendarTexts } from "../texts/calendar";
import { LOCALE } from "../texts/locale";
import { addDays } from "../time/window";
import { localZone, today } from "../time/zone";
import { BarContent } from "./BarContent";
import type { CalendarEntry } from "./entries";
import classes from "./MonthWeek.module.css";
import { barClass, cellClass, moreClass } from "./monthWeekClasses";
import type { GridProps } from "./gridProps";

const PLUGINS = [dayGridPlugin, interactionPlugin, classicTheme];
const VIEWS = { month: "dayGridMonth", week: "dayGridWeek" };
const LONG_PRESS_MS = 400;

/** Month and week: a row per week, bars across its days. */
export const MonthWeek = memo(function MonthWeek(props: GridProps & { view: "month" | "week" }) {
  const { view, date, entries, drawn, plan, onOpen, onDraw, onMove } = props;
  const calendar = useRef<CalendarRef>(null);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const events = useMemo(() => entries.map((entry) => eventOf(entry, plan)), [entries, plan]);

  useEffect(() => {
    calendar.current?.getApi().changeView(VIEWS[view], date);
  }, [view, date]);

  useEffect(() => {
    if (drawn == null) {
      calendar.current?.getApi().unselect();
    }
  }, [drawn]);

  return (
    <div className={classes.frame}>
      <FullCalendar
        ref={calendar}
        plugins={PLUGINS}
        initialView={VIEWS[view]}
        initialDate={date}
        // Dates are all it is told of, so that its own zone is without meaning; UTC keeps them what they are.
        timeZone="UTC"
        now={() => today(localZone())}
        locale={LOCALE}
        firstDay={1}
        fixedWeekCount={false}
        height="100%"
        expandRows
        headerToolbar={false}
        colorScheme={scheme}
        events={events}
        eventContent={content}
        eventClass={barClass}
        dayCellClass={cellClass}
        dayMaxEvents
        moreLinkText={calendarTexts.more}
        moreLinkHint={calendarTexts.moreHint}
        closeHint={calendarTexts.closeMore}
        moreLinkClass={moreClass}
        popoverClass={classes.popover}
        eventInteractive
        eventResizableFromStart
        dragRevertDuration={200}
        longPressDelay={LONG_PRESS_MS}
        selectable={plan}
        selectMinDistance={4}
        unselectAuto={false}
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          onOpen(event.id);
        }}
        select={({ startStr, endStr }) => onDraw({ first: startStr, last: addDays(endStr, -1) })}
        eventDrop={({ event, delta }) => onMove(entryOf(event), delta.days, delta.days)}
        eventResize={({ event, startDelta, endDelta }) => onMove(entryOf(event), startDelta.days, endDelta.days)}
      />
    </div>
  );
});

function eventOf(entry: CalendarEntry, plan: boolean): EventInput {
  const { item, dates, state } = entry;
  return {
    id: item.eventId,
    title: item.title,
    start: dates.first,
    // Exclusive.
    end: addDays(dates.last, 1),
    allDay: true,
    editable: plan && state === "draft",
    extendedProps: { entry },
  };
}

function content({ event, isStart, isEnd }: EventDisplayInfo) {
  return <BarContent entry={entryOf(event)} begins={isStart} ends={isEnd} />;
}

function entryOf(event: { extendedProps: Record<string, unknown> }): CalendarEntry {
  return event.extendedProps.entry as CalendarEntry;
}
