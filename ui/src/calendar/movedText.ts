import { calendarTexts } from "../texts/calendar";
import { formatDate } from "../texts/format";
import { addDays, datesOf } from "../time/window";
import { isSkipped, localDateTime } from "../time/zone";
import type { Move } from "./moves";

/** Says where an event has been moved, and when it begins where the clocks skip its time there. */
export function movedText({ title, from, to, undo }: Pick<Move, "title" | "from" | "to" | "undo">): string {
  if (undo) {
    return calendarTexts.undone(title);
  }
  const { first, last } = datesOf(to);
  const moved = calendarTexts.movedTo(title, first, last);
  const clock = clockOf(from.startDatetime, from.timeZone);
  // What is skipped at the end of a day comes on the next.
  const day = [first, addDays(first, -1)].find((date) => isSkipped(`${date}T${clock}`, to.timeZone));
  const at = clockOf(to.startDatetime, to.timeZone);
  return day == null || at === clock ? moved : `${moved}. ${calendarTexts.beginsLater(clock, formatDate(day), at)}`;
}

function clockOf(instant: string, zone: string): string {
  return localDateTime(instant, zone).slice(11);
}
