import { memo, useCallback, useDeferredValue, useLayoutEffect, useMemo, useRef } from "react";
import { calendarTexts } from "../texts/calendar";
import { between, eachDate, lanes } from "../time/calendar";
import { addDays, type Dates, daysBetween } from "../time/window";
import { byBeginning, type CalendarEntry } from "./entries";
import type { GridProps } from "./gridProps";
import classes from "./Timeline.module.css";
import { LANE_PX, TimelineGhost } from "./TimelineBar";
import { type Placed, TimelineBars } from "./TimelineBars";
import { TimelineDays } from "./TimelineDays";
import { type DayDrag, useDayDrag } from "./useDayDrag";
import { shownDates } from "./views";

/** On a screen too narrow for all days, as many stand before the date in question. */
const DAYS_BEFORE = 2;

/** All days of the month side by side, and each event a bar in a lane that it keeps. */
export const Timeline = memo(function Timeline(props: GridProps) {
  const { date, today, entries, drawn, plan, onOpen, onDraw, onMove } = props;
  const shown = useMemo(() => shownDates("timeline", date), [date]);
  const days = useMemo(() => eachDate(shown), [shown]);
  const placed = useMemo(() => place(entries), [entries]);
  const scroller = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const element = scroller.current;
    const day = Math.max(daysBetween(shown.first, date) - DAYS_BEFORE, 0);
    element?.scrollTo({ left: (element.scrollWidth * day) / days.length });
  }, [shown, date, days]);
  // Many bars are drawn in small portions, the days before them at once; from then on bars change with what is done to them.
  const begun = useDeferredValue(true, false);
  const height = Math.max(0, ...placed.map(({ lane }) => lane + 1)) * LANE_PX;

  const onDone = useCallback(
    (drag: DayDrag) => {
      const { entry } = drag;
      const after = datesOfDrag(drag, shown);
      if (entry == null) {
        onDraw(after);
      } else {
        onMove(entry, daysBetween(entry.dates.first, after.first), daysBetween(entry.dates.last, after.last));
      }
    },
    [shown, onDraw, onMove],
  );
  const entryOf = (eventId: string | undefined) => entries.find(({ item }) => item.eventId === eventId) ?? null;
  const { drag, surface } = useDayDrag(days.length, plan, entryOf, onDone);
  const lifted = drag?.entry?.item.eventId ?? null;
  const lane = placed.find(({ entry }) => entry.item.eventId === lifted)?.lane ?? null;
  const ghost = drag ? datesOfDrag(drag, shown) : drawn;

  return (
    <section ref={scroller} className={classes.scroller} aria-label={calendarTexts.timelineRegion}>
      <div className={classes.grid} style={{ minWidth: `calc(${days.length} * var(--day-width))` }}>
        <TimelineDays days={days} today={today} />
        <div
          {...surface}
          className={classes.lanes}
          data-planning={plan || undefined}
          style={{ minHeight: height + 2 * LANE_PX }}
        >
          {begun && <TimelineBars placed={placed} shown={shown} plan={plan} lifted={lifted} onOpen={onOpen} />}
          {ghost && <TimelineGhost dates={ghost} lane={lane} shown={shown} entry={drag?.entry ?? null} />}
          {drag && <div className={classes.shield} data-kind={drag.kind} />}
        </div>
      </div>
    </section>
  );
});

function place(entries: readonly CalendarEntry[]): Placed[] {
  const sorted = entries.toSorted(byBeginning);
  const lane = lanes(sorted.map(({ dates }) => dates));
  return sorted.map((entry, index) => ({ entry, lane: lane[index] ?? 0 }));
}

/** The dates that a drag leads to; an end dragged beyond the other stays with it. */
function datesOfDrag({ kind, entry, from, to }: DayDrag, shown: Dates): Dates {
  if (entry == null) {
    return between(addDays(shown.first, from), addDays(shown.first, to));
  }
  const { first, last } = entry.dates;
  const movedFirst = addDays(first, to - from);
  const movedLast = addDays(last, to - from);
  if (kind === "start") {
    return { first: movedFirst < last ? movedFirst : last, last };
  }
  return kind === "end"
    ? { first, last: movedLast > first ? movedLast : first }
    : { first: movedFirst, last: movedLast };
}
