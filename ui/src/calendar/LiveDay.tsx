import { calendarTexts } from "../texts/calendar";
import classes from "./bar.module.css";
import type { CalendarEntry } from "./entries";
import { useShare } from "./RunsContext";

/** How far a live event is: the day of its days, and how much of the day's run is delivered. */
export function LiveDay({ entry, line = false }: { entry: CalendarEntry; line?: boolean }) {
  const share = useShare(entry.item);
  const day = calendarTexts.day(entry.day ?? 1, entry.days);
  return (
    <span className={classes.day}>
      {share == null ? day : calendarTexts.dayAndShare(day, share)}
      {line && share != null && <span className={classes.share} style={{ width: `${share * 100}%` }} />}
    </span>
  );
}
