import type { EventDay } from "../api/types";
import { analyticsTexts } from "../texts/analytics";
import { addDays, type Dates, dayCount } from "../time/window";
import { type Bucket, combined, type Quantile, quantile } from "./timeToRead";

/** What became of some messages, whichever. */
export type Figures = {
  sent: number;
  read: number;
  /** 0 to 1; null: nothing was sent. */
  readRate: number | null;
  median: Quantile;
  p90: Quantile;
  buckets: Bucket[];
};

/** The figures of one date, and of how many events they are. */
export type DateFigures = Figures & { date: string; events: number };

/** The figures of one event: of how many dates, and the first and last of them. */
export type EventFigures = Figures & Dates & { eventId: string; title: string | null; dates: number };

/** Several event days' figures as one. */
export function figuresOf(days: EventDay[]): Figures {
  const sent = days.reduce((sum, day) => sum + day.sent, 0);
  const read = days.reduce((sum, day) => sum + day.read, 0);
  const buckets = combined(days);
  return {
    sent,
    read,
    readRate: sent === 0 ? null : read / sent,
    median: quantile(50, buckets),
    p90: quantile(90, buckets),
    buckets,
  };
}

/** A row for each date from first to last, those without a dispatch too: a gap is to be seen as one. */
export function perDate(days: EventDay[], dates: Dates): DateFigures[] {
  const known = grouped(days, (day) => day.dispatchDate);
  return Array.from({ length: dayCount(dates) }, (_, index) => {
    const date = addDays(dates.first, index);
    const own = known.get(date) ?? [];
    return { date, events: own.length, ...figuresOf(own) };
  });
}

/** A row for each event, the one that sent most first. */
export function perEvent(days: EventDay[]): EventFigures[] {
  return [...grouped(days, (day) => day.eventId)]
    .map(([eventId, own]) => ({
      eventId,
      title: own.at(-1)?.title ?? null,
      dates: own.length,
      ...datesSeen(own),
      ...figuresOf(own),
    }))
    .sort((one, other) => other.sent - one.sent);
}

/** What an event is called here, before calendar-api has told of it too. */
export function titleOf({ eventId, title }: { eventId: string; title?: string | null }): string {
  return title ?? analyticsTexts.untitled(eventId);
}

/** First and last dispatch date of some event days. */
export function datesSeen(days: EventDay[]): Dates {
  const dates = days.map((day) => day.dispatchDate).sort();
  return { first: dates[0] ?? "", last: dates.at(-1) ?? "" };
}

const SCALES = [0.1, 0.2, 0.4, 0.6, 0.8];

/** Up to where an axis has to reach that shows the read rates. */
export function rateScale(rows: Figures[]): number {
  const highest = Math.max(...rows.map((row) => row.readRate ?? 0));
  return SCALES.find((scale) => highest <= scale) ?? 1;
}

function grouped(days: EventDay[], key: (day: EventDay) => string): Map<string, EventDay[]> {
  const groups = new Map<string, EventDay[]>();
  for (const day of days) {
    groups.set(key(day), [...(groups.get(key(day)) ?? []), day]);
  }
  return groups;
}
