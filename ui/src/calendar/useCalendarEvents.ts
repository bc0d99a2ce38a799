import { useIsMutating } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { useServices } from "../api/ApiContext";
import type { CalendarItem } from "../api/types";
import { instantsAnywhere } from "../time/calendar";
import type { Dates } from "../time/window";
import { type CalendarEntry, entriesOf } from "./entries";
import { MOVES } from "./moves";
import { nextChange } from "./states";

const EVERY_MS = 30_000;
/** While the service is away. */
const AWAY_MS = 5_000;
const NONE: readonly CalendarItem[] = [];

/** What is known of the events of a time. */
type CalendarEvents = {
  entries: CalendarEntry[];
  /** The dates are those of another time until the wanted ones are here. */
  waiting: boolean;
  loaded: boolean;
  truncated: boolean;
  error: unknown;
  again: () => void;
};

/** The events that touch the dates shown; asked for again every half a minute, sooner when the service is away, and when the page is looked at again. */
export function useCalendarEvents(shown: Dates): CalendarEvents {
  const { calendar } = useServices();
  const { from, to } = instantsAnywhere(shown);
  // While something is being moved, an older answer would let its bar jump back.
  const moving = useIsMutating({ mutationKey: MOVES }) > 0;
  const query = calendar.useQuery(
    "get",
    "/events/calendar",
    { params: { query: { from, to } } },
    {
      refetchInterval: ({ state }) => !moving && (state.error == null ? EVERY_MS : AWAY_MS),
      refetchOnWindowFocus: !moving,
      placeholderData: (before) => before,
    },
  );
  const items = query.data?.items ?? NONE;
  const now = useNow(items);
  const entries = useMemo(() => entriesOf(items, now), [items, now]);
  return {
    entries,
    waiting: query.isPlaceholderData,
    loaded: query.data != null,
    truncated: query.data?.truncated ?? false,
    error: query.error,
    again: () => void query.refetch(),
  };
}

/** The time as far as it matters to what is shown of the events: it only moves on when that may change. */
function useNow(items: readonly CalendarItem[]): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), Math.max(nextChange(items, now) - Date.now(), 0));
    return () => clearTimeout(timer);
  }, [items, now]);
  return now;
}
