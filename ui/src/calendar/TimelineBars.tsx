import { memo } from "react";
import type { Dates } from "../time/window";
import type { CalendarEntry } from "./entries";
import classes from "./Timeline.module.css";
import { TimelineBar } from "./TimelineBar";

/** An event and the lane it stands in. */
export type Placed = { entry: CalendarEntry; lane: number };

type Props = {
  placed: readonly Placed[];
  shown: Dates;
  plan: boolean;
  /** The event being dragged. */
  lifted: string | null;
  onOpen: (eventId: string) => void;
};

/** All bars; apart from what is dragged over them, so that they are not drawn anew with it. */
export const TimelineBars = memo(function TimelineBars({ placed, shown, plan, lifted, onOpen }: Props) {
  return (
    <ol className={classes.list}>
      {placed.map(({ entry, lane }) => (
        <TimelineBar
          key={entry.item.eventId}
          entry={entry}
          lane={lane}
          shown={shown}
          movable={plan && entry.state === "draft"}
          lifted={entry.item.eventId === lifted}
          onOpen={onOpen}
        />
      ))}
    </ol>
  );
});
