import { calendarTexts } from "../texts/calendar";
import { datesOf } from "../time/window";
import type { Move } from "./moves";

/** Says where an event has been moved. */
export function movedText({ title, to, undo }: Pick<Move, "title" | "from" | "to" | "undo">): string {
  const { first, last } = datesOf(to);
  return undo ? calendarTexts.undone(title) : calendarTexts.movedTo(title, first, last);
}
