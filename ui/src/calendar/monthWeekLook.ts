import type { CalendarOptions, DayCellInfo, EventDisplayInfo } from "@fullcalendar/react";
import bars from "./bar.module.css";
import type { CalendarEntry } from "./entries";
import classes from "./MonthWeek.module.css";

/** FullCalendar's parts in the page's own clothes, instead of one of its themes. */
export const LOOK: CalendarOptions = {
  viewClass: classes.view,
  tableHeaderClass: classes.heads,
  dayHeaderRowClass: classes.row,
  dayHeaderClass: classes.head,
  dayHeaderAlign: "center",
  dayHeaderInnerClass: ({ isToday }) => (isToday ? (classes.todayHead ?? "") : ""),
  dayRowClass: classes.row,
  dayCellClass: dayClass,
  dayCellTopClass: classes.top,
  dayCellTopInnerClass: classes.number,
  rowEventClass: barClass,
  rowEventInnerClass: classes.inner,
  rowEventBeforeClass: ({ isStartResizable, isSelected }) => edgeClass(isStartResizable, isSelected, classes.startEdge),
  rowEventAfterClass: ({ isEndResizable, isSelected }) => edgeClass(isEndResizable, isSelected, classes.endEdge),
  rowMoreLinkClass: classes.more,
  highlightClass: classes.highlight,
  popoverClass: classes.popover,
  popoverCloseClass: classes.close,
  popoverFormat: { weekday: "long", month: "long", day: "numeric" },
};

function barClass({ event, isStart, isEnd, isMirror, isDraggable, isSelected }: EventDisplayInfo): string {
  const { state } = event.extendedProps.entry as CalendarEntry;
  return names(
    bars.bar,
    bars[state],
    classes.bar,
    isStart && classes.begins,
    isEnd && classes.ends,
    isDraggable && classes.movable,
    (isMirror || isSelected) && classes.lifted,
  );
}

function dayClass({ isToday, isOther, dow, inPopover }: DayCellInfo): string {
  return names(
    inPopover ? classes.list : classes.day,
    isToday && !inPopover && classes.today,
    isOther && classes.other,
    (dow === 0 || dow === 6) && classes.weekend,
  );
}

function edgeClass(resizable: boolean, selected: boolean, side: string | undefined): string {
  return resizable ? names(classes.edge, side, selected && classes.handle) : "";
}

function names(...all: (string | false | undefined)[]): string {
  return all.filter(Boolean).join(" ");
}
