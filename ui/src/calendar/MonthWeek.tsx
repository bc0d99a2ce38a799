import FullCalendar from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import "@fullcalendar/react/skeleton.css";
import type { CalendarRef, EventDisplayInfo, EventInput } from "@fullcalendar/react";
import { useComputedColorScheme } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { memo, useEffect, useMemo, useRef } from "react";
import { calendarTexts } from "../texts/calendar";
import { LOCALE } from "../texts/locale";
import { addDays } from "../time/window";
import { localZone, today } from "../time/zone";
import { BarContent } from "./BarContent";
import type { CalendarEntry } from "./entries";
import type { GridProps } from "./gridProps";
import classes from "./MonthWeek.module.css";
import { LOOK } from "./monthWeekLook";

const PLUGINS = [dayGridPlugin, interactionPlugin];
const VIEWS = { month: "dayGridMonth", week: "dayGridWeek" };
/** Those that are over come last, so that they are the first to find no room. */
const ORDER = "over,start,-duration,title";
const FORMATS = { dayGridWeek: { dayHeaderFormat: { weekday: "short", day: "numeric" } } } as const;
const LONG_PRESS_MS = 400;
const CLOSE = <IconX size={16} aria-hidden />;

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
        {...LOOK}
        plugins={PLUGINS}
        initialView={VIEWS[view]}
        initialDate={date}
        // Dates are all it is told of, so that its own zone is without meaning; UTC keeps them what they are.
        timeZone="UTC"
        now={() => today(localZone())}
        locale={LOCALE}
        firstDay={1}
        views={FORMATS}
        fixedWeekCount={false}
        height="100%"
        expandRows
        headerToolbar={false}
        colorScheme={scheme}
        events={events}
        eventContent={content}
        eventOrder={ORDER}
        dayMaxEvents
        moreLinkText={calendarTexts.more}
        moreLinkHint={calendarTexts.moreHint}
        closeHint={calendarTexts.closeMore}
        popoverCloseContent={CLOSE}
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
    extendedProps: { entry, over: state === "expired" || state === "cancelled" },
  };
}

function content({ event, isStart, isEnd, isDraggable }: EventDisplayInfo) {
  return <BarContent entry={entryOf(event)} begins={isStart} ends={isEnd} movable={isDraggable} />;
}

function entryOf(event: { extendedProps: Record<string, unknown> }): CalendarEntry {
  return event.extendedProps.entry as CalendarEntry;
}
