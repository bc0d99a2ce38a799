import type { Dates } from "../time/window";
import type { CalendarEntry } from "./entries";
import type { MoveEvent } from "./useMoves";

/** What every view of the calendar is given. */
export type GridProps = {
  /** The date around which the view shows its time. */
  date: string;
  /** Told, so that a view that nothing else changed in is drawn anew at midnight. */
  today: string;
  entries: readonly CalendarEntry[];
  /** The dates of the event about to be made. */
  drawn: Dates | null;
  /** Events may be drawn, and drafts be moved. */
  plan: boolean;
  onOpen: (eventId: string) => void;
  onDraw: (dates: Dates) => void;
  onMove: MoveEvent;
};
