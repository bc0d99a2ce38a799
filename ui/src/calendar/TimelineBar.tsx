import { memo } from "react";
import { type Dates, daysBetween } from "../time/window";
import { BarContent } from "./BarContent";
import bars from "./bar.module.css";
import type { CalendarEntry } from "./entries";
import classes from "./Timeline.module.css";

/** How high a lane is. */
export const LANE_PX = 30;

type Props = {
  entry: CalendarEntry;
  lane: number;
  shown: Dates;
  movable: boolean;
  lifted: boolean;
  onOpen: (eventId: string) => void;
};

/** An event in its lane, clipped to the days shown. */
export const TimelineBar = memo(function TimelineBar({ entry, lane, shown, movable, lifted, onOpen }: Props) {
  const { begins, ends, days, ...style } = placeOf(entry.dates, lane, shown);
  return (
    <li className={classes.place} style={style}>
      <button
        type="button"
        className={`${bars.bar} ${bars[entry.state]} ${classes.bar} ${days === 1 ? bars.short : ""}`}
        data-event={movable ? entry.item.eventId : undefined}
        data-begins={begins || undefined}
        data-ends={ends || undefined}
        data-lifted={lifted || undefined}
        onClick={() => onOpen(entry.item.eventId)}
      >
        {movable && begins && <span className={classes.edge} data-edge="start" />}
        <BarContent entry={entry} begins={begins} ends={ends} movable={movable} />
        {movable && ends && <span className={classes.edge} data-edge="end" />}
      </button>
    </li>
  );
});

type GhostProps = { dates: Dates; lane: number | null; shown: Dates; entry: CalendarEntry | null };

/** Where what is dragged or drawn would come to stand. */
export function TimelineGhost({ dates, lane, shown, entry }: GhostProps) {
  const { begins, ends, days: _, ...style } = placeOf(dates, lane ?? 0, shown);
  return (
    <div
      className={classes.place}
      style={lane == null ? { ...style, top: 0, bottom: 0, height: "auto" } : style}
      aria-hidden
    >
      {entry ? (
        <div className={`${bars.bar} ${bars[entry.state]} ${classes.bar} ${classes.ghost}`} data-begins data-ends>
          <BarContent entry={entry} begins={begins} ends={ends} movable={false} />
        </div>
      ) : (
        <div className={classes.drawn} />
      )}
    </div>
  );
}

function placeOf({ first, last }: Dates, lane: number, shown: Dates) {
  const days = daysBetween(shown.first, shown.last) + 1;
  const from = Math.max(daysBetween(shown.first, first), 0);
  const to = Math.min(daysBetween(shown.first, last), days - 1) + 1;
  return {
    begins: first >= shown.first,
    ends: last <= shown.last,
    days: to - from,
    top: lane * LANE_PX,
    left: `${(from / days) * 100}%`,
    width: `${((to - from) / days) * 100}%`,
  };
}
