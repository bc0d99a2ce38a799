import type { DayCellInfo, EventDisplayInfo } from "@fullcalendar/react";
import bars from "./bar.module.css";
import type { CalendarEntry } from "./entries";
import classes from "./MonthWeek.module.css";

/** A bar's classes: its event's state, and which of its ends are within the week. */
export function barClass({ event, isStart, isEnd, isMirror, isDragging }: EventDisplayInfo): string {
  const { state } = event.extendedProps.entry as CalendarEntry;
  return [
    bars.bar,
    bars[state],
    classes.bar,
    isStart && classes.begins,
    isEnd && classes.ends,
    (isMirror || isDragging) && classes.lifted,
  ]
    .filter(Boolean)
    .join(" ");
}

/** A day's classes: today, and whether it belongs to the month shown. */
export function cellClass({ isToday, isOther, dow }: DayCellInfo): string {
  return [classes.day, isToday && classes.today, isOther && classes.other, (dow === 0 || dow === 6) && classes.weekend]
    .filter(Boolean)
    .join(" ");
}

/** The link to the bars that found no room. */
export function moreClass(): string {
  return classes.more ?? "";
}
