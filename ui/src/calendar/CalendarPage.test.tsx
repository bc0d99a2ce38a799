import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { afterEach, describe, expect, it, vi } from "vitest";
import { server } from "../test/server";
import { item } from "./testItems";
import { showCalendar } from "./testPage";

vi.mock("../event/EventDrawer", async () => ({ EventDrawer: (await import("./testPage")).FakeDrawer }));

afterEach(() => {
  vi.useRealTimers();
});

const ITEMS = [
  item("2026-11-23", "2026-12-01", { title: "Black Friday week" }),
  item("2026-12-03", "2026-12-06", { title: "Winter boots", status: "DRAFT" }),
  item("2026-12-20", "2026-12-24", { title: "Last presents", timeZone: "America/New_York" }),
  item("2026-11-28", "2026-11-29", { title: "Headphones", status: "CANCELLED" }),
];

describe("the calendar", () => {
  it("says of a live event which day it is and how much of the run under way is delivered", async () => {
    const run = {
      eventId: ITEMS[0]?.eventId,
      eligible: 1000,
      dispatchDate: "2026-11-27",
      delivered: 640,
      unsubscribed: 0,
    };
    const backfilled = { ...run, dispatchDate: "2026-11-25", delivered: 120, unsubscribed: 0 };
    showCalendar(ITEMS, "view=agenda", ["viewer"], [backfilled, run, { ...backfilled, dispatchDate: "2026-11-24" }]);
    const row = await screen.findByRole("button", { name: /Black Friday week/ });
    expect(await within(row).findByText("day 5 of 9 · 64%")).toBeVisible();
    expect(screen.getByRole("button", { name: /Last presents.*Time zone America\/New_York/ })).toBeVisible();
  });

  it("draws the bars of a month, each a button that opens its event", async () => {
    showCalendar(ITEMS, "view=month");
    // Without a browser that measures them they stay hidden.
    const bars = await screen.findAllByText("Black Friday week");
    expect(bars).toHaveLength(2);
    expect(bars[0]?.closest("[role=button]")).toHaveTextContent("Live, Mon, Nov 23, 2026 to Tue, Dec 1, 2026");
    await userEvent.click(bars[0] as HTMLElement);
    expect(await screen.findByText(`${ITEMS[0]?.eventId} details`)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "close" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  });

  it("shows only the states chosen in the legend, which counts all", async () => {
    showCalendar(ITEMS, "view=agenda");
    await screen.findByRole("button", { name: /Black Friday week/ });
    const drafts = screen.getByRole("button", { name: "Draft 1" });
    await userEvent.click(drafts);
    await waitFor(() => expect(screen.queryByRole("button", { name: /Black Friday week/ })).toBeNull());
    expect(screen.getByRole("button", { name: /Winter boots/ })).toBeVisible();
    expect(drafts).toHaveAttribute("aria-pressed", "true");
    expect(screen.getByRole("button", { name: "Live 1" })).toBeVisible();
  });

  it("narrows to titles as one types, and shows all again", async () => {
    showCalendar(ITEMS, "view=agenda");
    await userEvent.type(await screen.findByRole("searchbox"), "boots{Control>}a{/Control}nothing");
    expect(await screen.findByText("No event here matches")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Show all" }));
    expect(await screen.findByRole("button", { name: /Winter boots/ })).toBeVisible();
    await waitFor(() => expect(screen.getByRole("searchbox")).toHaveValue(""));
  });

  it("goes where the keys say, but not while one types", async () => {
    showCalendar(ITEMS, "view=agenda");
    await screen.findByRole("button", { name: /Black Friday week/ });
    await userEvent.keyboard("ljj");
    expect(await screen.findByRole("heading", { level: 1, name: /January 2027/ })).toBeVisible();
    await userEvent.keyboard("/mt");
    expect(screen.getByRole("searchbox")).toHaveValue("mt");
    expect(screen.getByRole("heading", { level: 1, name: /January 2027/ })).toBeVisible();
  });

  it("goes where the keys say after a view was chosen with the mouse, too", async () => {
    showCalendar(ITEMS, "view=agenda&date=2026-11-01");
    const timeline = await screen.findByRole("radio", { name: "Timeline" });
    await userEvent.click(timeline);
    timeline.focus();
    await userEvent.keyboard("ja");
    expect(await screen.findByRole("heading", { level: 1, name: /December 2026/ })).toBeVisible();
    expect(screen.getByRole("radio", { name: "Agenda" })).toBeChecked();
  });

  it("rings the new day once midnight has passed, whatever date it was asked for", async () => {
    const items = ITEMS.slice(0, 1);
    showCalendar(items, "view=timeline&date=2026-11-27");
    await screen.findByRole("button", { name: /Black Friday week/ });
    const rung = () => screen.getByRole("region", { name: "Timeline of events" }).querySelector("[aria-current=date]");
    expect(rung()).toHaveAttribute("title", "Fri, Nov 27, 2026");
    vi.setSystemTime(new Date("2026-11-28T10:00:00Z"));
    items.push(item("2026-11-28", "2026-11-28", { title: "Came with the day" }));
    fireEvent(document, new Event("visibilitychange", { bubbles: true }));
    await screen.findByRole("button", { name: /Came with the day/ });
    expect(rung()).toHaveAttribute("title", "Sat, Nov 28, 2026");
  });

  it("begins a new event with whole dates, and opens it once it is made", async () => {
    showCalendar([], "view=agenda");
    expect(await screen.findByText("Nothing is planned in Nov 27 – Dec 26, 2026")).toBeVisible();
    await userEvent.keyboard("c");
    expect(await screen.findByText(/2026-11-28T.* new/)).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "created" }));
    expect(await screen.findByText("created details")).toBeVisible();
  });

  it("lets viewers look, not plan", async () => {
    showCalendar([], "view=agenda", ["viewer"]);
    expect(await screen.findByText("Events appear here as soon as somebody plans one.")).toBeVisible();
    expect(screen.queryByRole("button", { name: "New event" })).toBeNull();
    await userEvent.keyboard("c");
    expect(screen.queryByRole("dialog")).toBeNull();
  });

  it("tells when there are more events than it may show", async () => {
    showCalendar([], "view=agenda");
    server.use(
      http.get("http://calendar.test/events/calendar", () => HttpResponse.json({ items: ITEMS, truncated: true })),
    );
    expect(await screen.findByText(/Only the first 4 events/)).toBeVisible();
  });

  it("says what a service that is away means, and recovers", async () => {
    showCalendar([], "view=agenda");
    server.use(http.get("http://calendar.test/events/calendar", () => HttpResponse.error(), { once: true }));
    await userEvent.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await screen.findByText(/Nothing is planned/)).toBeVisible();
  });
});
