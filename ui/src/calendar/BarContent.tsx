import { VisuallyHidden } from "@mantine/core";
import { IconAlertTriangle, IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { memo } from "react";
import { calendarTexts } from "../texts/calendar";
import { localZone } from "../time/zone";
import classes from "./bar.module.css";
import type { CalendarEntry } from "./entries";
import { LiveDay } from "./LiveDay";
import { StateIcon } from "./StateIcon";

type Props = {
  entry: CalendarEntry;
  /** The event begins, or ends, within what the bar shows of it. */
  begins: boolean;
  ends: boolean;
  movable: boolean;
};

/** What stands in an event's bar. Drawn anew only when something of the event changes. */
export const BarContent = memo(function BarContent({ entry, begins, ends, movable }: Props) {
  const { item, state, dates } = entry;
  return (
    <span className={classes.content} title={hintOf(entry, movable)}>
      {!begins && <IconChevronLeft size={12} aria-hidden className={classes.goesOn} />}
      <span className={classes.label}>
        <StateIcon state={state} size={14} />
        <span className={classes.title} dir="auto">
          {item.title}
        </span>
        <VisuallyHidden>{calendarTexts.summary(state, dates.first, dates.last)}</VisuallyHidden>
        {state === "live" && <LiveDay entry={entry} line />}
        {entry.overlapping && (
          <IconAlertTriangle size={14} className={classes.overlap} role="img" aria-label={calendarTexts.overlap} />
        )}
      </span>
      {!ends && <IconChevronRight size={12} aria-hidden className={classes.goesOnRight} />}
    </span>
  );
});

/** What a pointer that rests on a bar is told. */
function hintOf({ item, state, dates, overlapping }: CalendarEntry, movable: boolean): string {
  return [
    item.title,
    calendarTexts.summary(state, dates.first, dates.last),
    ...(item.timeZone === localZone() ? [] : [calendarTexts.inZone(item.timeZone)]),
    ...(overlapping ? [calendarTexts.overlap] : []),
    ...(movable ? [calendarTexts.dragToChange] : []),
  ].join("\n");
}
