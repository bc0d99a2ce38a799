import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useMemo } from "react";
import { useSearchParams } from "react-router";
import type { DrawerTab, DrawerTarget } from "../event/EventDrawer";
import { asDate, between } from "../time/calendar";
import { type Dates, wholeDates } from "../time/window";
import { localZone } from "../time/zone";
import { type EventState, STATES } from "./states";
import { VIEWS, type View } from "./views";

const TABS: readonly DrawerTab[] = ["details", "runs", "history"];

/** What stands in the page's address: a copied link shows the same, and the way back leads through what was seen. */
export type Shown = {
  view: View;
  /** Null: today. */
  date: string | null;
  /** The states to see; none: all. */
  states: ReadonlySet<EventState>;
  text: string;
  /** The dates of the event about to be made. */
  drawn: Dates | null;
  target: DrawerTarget | null;
  tab: DrawerTab;
};

/** A part of the address to change; null takes it out. */
export type AddressChange = Partial<Record<"view" | "date" | "status" | "q" | "event" | "new" | "tab", string | null>>;

/** Reads the address and changes it. What is only narrowed, not gone to, replaces the entry in the browser's history. */
export function useCalendarAddress(): [Shown, (change: AddressChange, replace?: boolean) => void] {
  const phone = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });
  const [search, setSearch] = useSearchParams();
  const shown = useMemo(() => read(search, phone ? "agenda" : "month"), [search, phone]);
  const change = useCallback(
    (to: AddressChange, replace = false) =>
      setSearch(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(to)) {
            if (value == null || value === "") {
              next.delete(name);
            } else {
              next.set(name, value);
            }
          }
          return next;
        },
        { replace, preventScrollReset: true },
      ),
    [setSearch],
  );
  return [shown, change];
}

function read(search: URLSearchParams, usual: View): Shown {
  const event = search.get("event");
  const drawn = event == null ? datesIn(search.get("new")) : null;
  return {
    view: oneOf(VIEWS, search.get("view")) ?? usual,
    date: asDate(search.get("date") ?? ""),
    states: new Set(STATES.filter((state) => search.get("status")?.split(",").includes(state))),
    text: search.get("q") ?? "",
    drawn,
    target: event != null ? { eventId: event } : drawn && { newEvent: wholeDates(drawn, localZone()) },
    tab: oneOf(TABS, search.get("tab")) ?? "details",
  };
}

/** The dates as the address holds them. */
export function written({ first, last }: Dates): string {
  return `${first}..${last}`;
}

function datesIn(text: string | null): Dates | null {
  const [first, last] = (text ?? "").split("..").map(asDate);
  return first != null && last != null ? between(first, last) : null;
}

function oneOf<T extends string>(all: readonly T[], text: string | null): T | null {
  return all.find((one) => one === text) ?? null;
}
