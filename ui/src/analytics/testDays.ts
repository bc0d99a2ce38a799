import type { EventDay } from "../api/types";

/** The service's bounds, fewer of them. */
export const BOUNDS = [60, 300, 3_600, 86_400, null];

/** An event day for tests; what is not said is zero. */
export function eventDay(
  of: { eventId: string; title?: string | null; dispatchDate: string; sent: number },
  counts: number[] = [],
): EventDay {
  const buckets = BOUNDS.map((upToSeconds, index) => ({ upToSeconds, count: counts[index] ?? 0 }));
  const read = buckets.reduce((sum, { count }) => sum + count, 0);
  return { ...of, read, readRate: of.sent === 0 ? null : read / of.sent, timeToRead: { buckets } };
}
