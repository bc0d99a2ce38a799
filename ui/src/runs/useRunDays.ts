import { useEffect, useMemo, useState } from "react";
import { useServices } from "../api/ApiContext";
import type { PromoEvent } from "../api/types";
import { type Days, type DueDate, daysOf, isAwaited } from "./eventDays";
import { isOpen } from "./runRules";
import { useNow } from "./useNow";
import { type Heard, pauseBefore, useRunStreams } from "./useRunStreams";

const PAGE = 100;
const AWAITED_MS = 2_000;
const OPEN_MS = 5_000;
const IDLE_MS = 15_000;
const MINUTE_MS = 30_000;
const NONE: readonly DueDate[] = [];

/** An event's days with their runs, kept fresh. */
type RunDays = {
  days: Days | null;
  /** When a run was last heard of, in ms. */
  readAt: (runId: string) => number;
  isLive: (runId: string) => boolean;
  /** Why the runs could not be had, or had anew. */
  error: unknown;
  /** Why the days to come could not be had. */
  datesError: unknown;
  retry: () => void;
};

export function useRunDays(event: PromoEvent): RunDays {
  const { calendar } = useServices();
  const now = useNow(MINUTE_MS);
  const { title, promotionPackage, startDatetime, endDatetime, timeZone, dispatchTime } = event;
  const preview = calendar.useQuery(
    "post",
    "/events/preview",
    { body: { title, promotionPackage, startDatetime, endDatetime, timeZone, dispatchTime } },
    {
      staleTime: Number.POSITIVE_INFINITY,
      refetchInterval: ({ state }) => (state.status === "error" ? IDLE_MS : false),
    },
  );
  const dates = preview.data?.dates ?? (preview.isError ? NONE : null);
  const sending = event.status === "PUBLISHED";
  const { runs, heard, readAt, error, retry } = useRunsOf(event.eventId, sending ? (dates ?? NONE) : NONE);
  const days = useMemo(() => (dates == null || runs == null ? null : daysOf(dates, runs, now)), [dates, runs, now]);
  return {
    days,
    readAt: (runId) => Math.max(readAt, heard.get(runId) ?? 0),
    isLive: (runId) => heard.has(runId),
    error,
    datesError: preview.error,
    retry,
  };
}

/**
 * All runs of an event: its pages are fetched one after the other.
 *
 * @param dates those that get a run as soon as they are due: it is looked for often
 */
function useRunsOf(eventId: string, dates: readonly DueDate[]) {
  const { dispatch } = useServices();
  const [heard, setHeard] = useState<Heard>(new Map());
  const pages = dispatch.useInfiniteQuery(
    "get",
    "/runs",
    { params: { query: { eventId, limit: PAGE } } },
    {
      initialPageParam: null,
      getNextPageParam: (last) => last.nextCursor,
      refetchInterval: ({ state }) => {
        const known = state.data?.pages.flatMap((page) => page.items);
        const whole = state.status === "success" && state.data?.pages.at(-1)?.hasMore === false;
        if (whole && isAwaited(dates, known ?? [], Date.now())) {
          return AWAITED_MS;
        }
        return pauseBefore(known, heard, known?.some(isOpen) ? OPEN_MS : IDLE_MS);
      },
    },
  );
  const { data, hasNextPage, isFetching, isError, fetchNextPage } = pages;
  useEffect(() => {
    // A page that is refused is asked for again only once those before it were had anew.
    if (hasNextPage && !isFetching && !isError) {
      void fetchNextPage();
    }
  }, [hasNextPage, isFetching, isError, fetchNextPage]);
  const runs = useMemo(() => data?.pages.flatMap((page) => page.items), [data]);
  useRunStreams(runs ?? [], setHeard);
  return { runs, heard, readAt: pages.dataUpdatedAt, error: pages.error, retry: () => void pages.refetch() };
}
