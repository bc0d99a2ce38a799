import { useMediaQuery } from "@mantine/hooks";
import { useCallback, useEffect, useMemo, useRef } from "react";
import { useNavigate, useNavigationType, useSearchParams } from "react-router";
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
type AddressChange = Partial<Record<"view" | "date" | "status" | "q" | "event" | "new" | "tab", string | null>>;

/** Changes the address, if need be by what it says by then; see {@link useCalendarAddress}. */
export type ChangeAddress = (to: AddressChange | ((shown: Shown) => AddressChange), replace?: boolean) => void;

/** Reads the address and changes it. What is only narrowed, not gone to, replaces the entry in the browser's history. */
export function useCalendarAddress(): [Shown, ChangeAddress] {
  const phone = useMediaQuery("(max-width: 48em)", undefined, { getInitialValueInEffect: false });
  const usual = phone ? "agenda" : "month";
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const shown = useMemo(() => read(search, usual), [search, usual]);
  const way = useNavigationType();
  // Two keys may be hit before the router has followed the first: where it has yet to go.
  const pending = useRef<string | null>(null);
  const arrived = useRef(search);
  useEffect(() => {
    arrived.current = search;
    if (way === "POP" || search.toString() === pending.current) {
      pending.current = null;
    }
  }, [search, way]);
  const change = useCallback<ChangeAddress>(
    (to, replace = false) => {
      const next = new URLSearchParams(pending.current ?? arrived.current);
      for (const [name, value] of Object.entries(typeof to === "function" ? to(read(next, usual)) : to)) {
        if (value == null || value === "") {
          next.delete(name);
        } else {
          next.set(name, value);
        }
      }
      pending.current = next.toString();
      void navigate({ search: pending.current }, { replace, preventScrollReset: true });
    },
    [navigate, usual],
  );
  return [shown, change];
}

function read(search: URLSearchParams, usual: View): Shown {
  const event = search.get("event");
  const drawn = event == null ? datesIn(search.get("new")) : null;
  return {
    view: oneOf(VIEWS, search.get("view")) ?? usual,
    date: asDate(search.get("date")),
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
