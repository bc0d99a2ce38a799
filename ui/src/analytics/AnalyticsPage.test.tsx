import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { EventDay } from "../api/types";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { AnalyticsPage } from "./AnalyticsPage";
import { eventDay } from "./testDays";

const SPRING = "00000000-0000-4000-8000-00000000000a";
const GARDEN = "00000000-0000-4000-8000-00000000000b";
const DAYS = [
  eventDay({ eventId: SPRING, title: "Spring", dispatchDate: "2026-11-20", sent: 1_000 }, [100, 100]),
  eventDay({ eventId: GARDEN, title: "Garden", dispatchDate: "2026-11-20", sent: 3_000 }, [0, 0, 50]),
  eventDay({ eventId: SPRING, title: "Spring", dispatchDate: "2026-11-22", sent: 1_000 }, [0, 0, 0, 150]),
];
const RANGE = "/admin/analytics?from=2026-11-20&to=2026-11-26";

/** Answers as inbox-api does; returns what it was asked. */
function answerWith(days: EventDay[]): string[] {
  const asked: string[] = [];
  server.use(
    http.get("http://inbox.test/admin/analytics", ({ request }) => {
      const query = new URL(request.url).searchParams;
      asked.push(query.toString());
      const event = query.get("event");
      const within = (day: EventDay) =>
        day.dispatchDate >= `${query.get("from")}` && day.dispatchDate <= `${query.get("to")}`;
      return HttpResponse.json({ items: days.filter((day) => (event == null ? within(day) : day.eventId === event)) });
    }),
  );
  return asked;
}

/** The texts of a table's cells, row by row. */
function cells(table: HTMLElement): string[][] {
  return within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.querySelectorAll("th, td")].map((cell) => cell.textContent));
}

/** One of the sums on top. */
async function sum(label: string): Promise<string | null | undefined> {
  await waitFor(() => expect(screen.queryByText("Loading…")).toBeNull());
  return screen.getByText(label, { selector: "dt" }).nextElementSibling?.textContent;
}

beforeEach(() => {
  // Without a size no chart is drawn.
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 640, 300));
});

describe("the analytics of a range", () => {
  it("sums up all events, the median from all readings together", async () => {
    const asked = answerWith(DAYS);
    renderAs(["viewer"], <AnalyticsPage />, RANGE);
    expect(await sum("Sent")).toContain("5,000");
    expect(await sum("Read")).toContain("400");
    expect(await sum("Read rate")).toContain("8%");
    expect(await sum("Median time to read")).toContain("5 min");
    expect(asked).toEqual(["from=2026-11-20&to=2026-11-26"]);
  });

  it("has a table behind the chart, with the same figures, that can be taken along", async () => {
    answerWith(DAYS);
    const saved = vi.spyOn(URL, "createObjectURL").mockReturnValue("blob:saved");
    const clicked = vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(() => {});
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    renderAs(["viewer"], <AnalyticsPage />, RANGE);
    const panel = await screen.findByRole("region", { name: "Sent and read by date" });
    expect(within(panel).getByRole("img", { name: "Read rate" })).toBeVisible();

    await user.click(within(panel).getByRole("radio", { name: "Table" }));
    expect(cells(within(panel).getByRole("table", { name: /a row per date/ }))).toEqual([
      ["Fri, Nov 20, 2026", "4,000", "250", "6.3%", "about 2 min", "about 33 min"],
      ["Sun, Nov 22, 2026", "1,000", "150", "15%", "about 13 h", "about 22 h"],
    ]);
    expect(within(panel).queryByRole("img")).toBeNull();

    await user.click(within(panel).getByRole("button", { name: /as CSV/ }));
    expect(clicked.mock.contexts[0]).toMatchObject({ download: "dates_2026-11-20_2026-11-26.csv" });
    const file = saved.mock.calls[0]?.[0];
    expect(file instanceof Blob && (await file.text())).toContain("2026-11-20,4000,250,0.0625,120,1950\r\n");
  });

  it("lists the events, to be sorted, and leads to each of them and to the calendar", async () => {
    answerWith(DAYS);
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    renderAs(["viewer"], <AnalyticsPage />, RANGE);
    const table = await screen.findByRole("table", { name: /a row per event/ });
    const sentOf = () => cells(table).map((row) => row[1]);
    expect(sentOf()).toEqual(["3,000", "2,000"]);

    await user.click(within(table).getByRole("button", { name: "Event" }));
    expect(within(table).getByRole("columnheader", { name: "Event" })).toHaveAttribute("aria-sort", "ascending");
    await user.click(within(table).getByRole("button", { name: "Read rate" }));
    expect(sentOf()).toEqual(["2,000", "3,000"]);

    expect(within(table).getByRole("link", { name: "Open Garden in the calendar" })).toHaveAttribute(
      "href",
      `/admin/event-calendar?event=${GARDEN}`,
    );
    await user.click(within(table).getByRole("link", { name: "Spring" }));
    expect(await screen.findByRole("heading", { name: "Spring" })).toBeVisible();
    expect(await sum("Sent")).toContain("2,000");
  });

  it("says so where nothing was sent", async () => {
    answerWith(DAYS);
    renderAs(["viewer"], <AnalyticsPage />, "/admin/analytics?from=2026-01-01&to=2026-01-07");
    expect(await screen.findByRole("heading", { name: "Nothing was sent on these dates" })).toBeVisible();
  });

  it("recovers from a service that was away", async () => {
    server.use(http.get("http://inbox.test/admin/analytics", () => HttpResponse.error()));
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    renderAs(["viewer"], <AnalyticsPage />, RANGE);
    await screen.findByRole("heading", { name: "The server does not answer" });
    answerWith(DAYS);
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await sum("Sent")).toContain("5,000");
  });
});

describe("the analytics of one event", () => {
  it("are found by its name, and show how soon it was read", async () => {
    const asked = answerWith(DAYS);
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    renderAs(["viewer"], <AnalyticsPage />, RANGE);
    await screen.findByRole("table", { name: /a row per event/ });
    await user.type(screen.getByRole("combobox", { name: "Event" }), "spr");
    await user.click(await screen.findByRole("option", { name: /Spring/ }));
    expect(await screen.findByRole("heading", { name: "Spring" })).toBeVisible();
    expect(asked).toContain(`event=${SPRING}`);

    const panel = await screen.findByRole("region", { name: "Time to read" });
    await user.click(within(panel).getByRole("radio", { name: "Table" }));
    expect(cells(within(panel).getByRole("table"))).toEqual([
      ["under 1 min", "100", "28.6%", "28.6%"],
      ["1 – 5 min · median", "100", "28.6%", "57.1%"],
      ["5 min – 1 h", "0", "0%", "57.1%"],
      ["1 h – 1 d · 9 of 10", "150", "42.9%", "100%"],
      ["1 d or more", "0", "0%", "100%"],
    ]);

    await user.click(screen.getByRole("button", { name: "All events" }));
    expect(await screen.findByRole("table", { name: /a row per event/ })).toBeVisible();
  });

  it("are told to be none yet", async () => {
    answerWith([eventDay({ eventId: SPRING, title: "Spring", dispatchDate: "2026-11-20", sent: 10 })]);
    const { unmount } = renderAs(["viewer"], <AnalyticsPage />, `/admin/analytics?event=${GARDEN}`);
    expect(await screen.findByRole("heading", { name: /Nothing has been sent of this event/ })).toBeVisible();
    unmount();
    renderAs(["viewer"], <AnalyticsPage />, `/admin/analytics?event=${SPRING}`);
    expect(await screen.findByRole("heading", { name: "Nothing read yet" })).toBeVisible();
  });
});
