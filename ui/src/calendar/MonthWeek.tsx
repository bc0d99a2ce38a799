import FullCalendar from "@fullcalendar/react";
import dayGridPlugin from "@fullcalendar/react/daygrid";
import interactionPlugin from "@fullcalendar/react/interaction";
import "@fullcalendar/react/skeleton.css";
import type { CalendarRef, DayHeaderInfo, EventDisplayInfo, EventInput } from "@fullcalendar/react";
import { useComputedColorScheme } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import { IconX } from "@tabler/icons-react";
import { memo, useEffect, useMemo, useRef } from "react";
import { calendarTexts } from "../texts/calendar";
import { LOCALE } from "../texts/locale";
import { addDays, dayCount } from "../time/window";
import { localZone, today } from "../time/zone";
import { BarContent } from "./BarContent";
import { activeFirst, type CalendarEntry } from "./entries";
import type { GridProps } from "./gridProps";
import classes from "./MonthWeek.module.css";
import { LOOK } from "./monthWeekLook";
import { shownDates } from "./views";

const PLUGINS = [dayGridPlugin, interactionPlugin];
const VIEWS = { month: "dayGridMonth", week: "dayGridWeek" };
const LONG_PRESS_MS = 400;
const HEAD_PX = 32;
const NUMBER_PX = 29;
const LANE_PX = 26;
const CLOSE = <IconX size={16} aria-hidden />;

/** Month and week: a row per week, bars across its days. */
export const MonthWeek = memo(function MonthWeek(props: GridProps & { view: "month" | "week" }) {
  const { view, date, entries, drawn, plan, onOpen, onDraw, onMove } = props;
  const calendar = useRef<CalendarRef>(null);
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  // Those that are over are the first to find no room.
  const events = useMemo(
    () => entries.toSorted(activeFirst).map((entry, rank) => eventOf(entry, rank, plan)),
    [entries, plan],
  );
  const { ref: frame, height } = useElementSize();
  const weeks = dayCount(shownDates(view, date)) / 7;

  useEffect(() => {
    calendar.current?.getApi().changeView(VIEWS[view], date);
  }, [view, date]);

  useEffect(() => {
    if (drawn == null) {
      calendar.current?.getApi().unselect();
    } else {
      calendar.current?.getApi().select(drawn.first, addDays(drawn.last, 1));
    }
  }, [drawn]);

  return (
    <div ref={frame} className={classes.frame}>
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
        dayHeaderContent={head}
        fixedWeekCount={false}
        height="100%"
        expandRows
        headerToolbar={false}
        colorScheme={scheme}
        events={events}
        eventContent={content}
        eventOrder="rank"
        // Told how many there is room for, it is much quicker than when it is to find out.
        dayMaxEventRows={roomFor(height, weeks)}
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
        // Without a pointer it was the address that said so.
        select={({ startStr, endStr, jsEvent }) => {
          if (jsEvent != null) {
            onDraw({ first: startStr, last: addDays(endStr, -1) });
          }
        }}
        eventDrop={({ event, delta }) => onMove(entryOf(event), delta.days, delta.days)}
        eventResize={({ event, startDelta, endDelta }) => onMove(entryOf(event), startDelta.days, endDelta.days)}
      />
    </div>
  );
});

/** How many lanes a week has, the link to what is left over included. */
function roomFor(height: number, weeks: number): number {
  const head = weeks === 1 ? HEAD_PX : HEAD_PX + weeks * NUMBER_PX;
  return Math.max(Math.floor((height - head) / weeks / LANE_PX), 2);
}

function eventOf(entry: CalendarEntry, rank: number, plan: boolean): EventInput {
  const { item, dates, state } = entry;
  return {
    id: item.eventId,
    title: item.title,
    start: dates.first,
    // Exclusive.
    end: addDays(dates.last, 1),
    allDay: true,
    editable: plan && state === "draft",
    extendedProps: { entry, rank },
  };
}

/** The weekday, and in a week its date, which no cell says there. */
function head({ date, view, weekdayText }: DayHeaderInfo): string {
  return view.type === VIEWS.week ? `${weekdayText} ${date.getUTCDate()}` : weekdayText;
}

/** In narrow days the bar's flat edges alone say that it goes on. */
function content({ event, isStart, isEnd, isDraggable, isNarrow }: EventDisplayInfo) {
  return (
    <BarContent entry={entryOf(event)} begins={isStart || isNarrow} ends={isEnd || isNarrow} movable={isDraggable} />
  );
}

function entryOf(event: { extendedProps: Record<string, unknown> }): CalendarEntry {
  return event.extendedProps.entry as CalendarEntry;
}
