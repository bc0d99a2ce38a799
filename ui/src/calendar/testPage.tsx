import { Notifications } from "@mantine/notifications";
import { HttpResponse, http } from "msw";
import { vi } from "vitest";
import type { CalendarItem, Run } from "../api/types";
import type { EventDrawerProps } from "../event/EventDrawer";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { CalendarPage } from "./CalendarPage";

/** Friday in all of Europe, for tests. */
export const NOW = "2026-11-27T10:07:00Z";

/** Stands in for the drawer: says what it is to show. */
export function FakeDrawer({ target, tab, onClose, onOpen }: EventDrawerProps) {
  return (
    <div role="dialog" aria-label="drawer">
      <p>{"eventId" in target ? `${target.eventId} ${tab}` : `${target.newEvent.startDatetime} new`}</p>
      <button type="button" onClick={onClose}>
        close
      </button>
      <button type="button" onClick={() => onOpen("created")}>
        created
      </button>
    </div>
  );
}

/** Shows the page with these events, at the time {@link NOW}. */
export function showCalendar(items: CalendarItem[], query: string, roles = ["admin"], runs: Partial<Run>[] = []) {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date(NOW) });
  server.use(
    http.get("http://calendar.test/events/calendar", () => HttpResponse.json({ items, truncated: false })),
    http.get("http://dispatch.test/runs", () => HttpResponse.json({ items: runs, hasMore: false })),
  );
  return renderAs(
    roles,
    <>
      <Notifications />
      <CalendarPage />
    </>,
    `/admin/event-calendar?${query}`,
  );
}
