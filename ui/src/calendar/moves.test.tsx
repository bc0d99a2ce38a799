import { notifications } from "@mantine/notifications";
import { fireEvent, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EventDraft, PromoEvent } from "../api/types";
import { server } from "../test/server";
import { shellTexts } from "../texts/shell";
import { type EventWindow, wholeDates } from "../time/window";
import { item } from "./testItems";
import { showCalendar } from "./testPage";

vi.mock("../event/EventDrawer", async () => ({ EventDrawer: (await import("./testPage")).FakeDrawer }));

const DAY_PX = 10;
const DRAFT = item("2026-11-10", "2026-11-12", { title: "Boots", status: "DRAFT", version: 3 });
const EVENT_URL = `http://calendar.test/events/${DRAFT.eventId}`;

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, "getBoundingClientRect").mockReturnValue(new DOMRect(0, 0, 42 * DAY_PX, 100));
});
afterEach(() => {
  notifications.clean();
  vi.useRealTimers();
});

/** Answers as the service does, and keeps what it was told; the events are those of the calendar's answers. */
function keepEvent() {
  const rest = {
    description: "",
    promotionPackage: { kind: "MESSAGE", defaultLocale: "en", content: { en: { subject: "s", body: "b" } } },
    maxRate: 500,
    createdAt: DRAFT.startDatetime,
    createdBy: "admin",
    updatedAt: DRAFT.startDatetime,
    updatedBy: "admin",
  } satisfies Partial<PromoEvent>;
  const puts: { ifMatch: string | null; draft: EventDraft }[] = [];
  const items = [DRAFT];
  server.use(
    http.get(EVENT_URL, () => HttpResponse.json({ ...rest, ...items[0] })),
    http.put(EVENT_URL, async ({ request }) => {
      const draft = (await request.json()) as EventDraft;
      const ifMatch = request.headers.get("If-Match");
      puts.push({ ifMatch, draft });
      const version = items[0]?.version ?? 0;
      if (ifMatch !== `"${version}"`) {
        return HttpResponse.json(
          { type: "urn:promo:problem:stale-version", status: 412, detail: `It is at ${version}.` },
          { status: 412 },
        );
      }
      const { startDatetime = "", endDatetime = "" } = draft as EventWindow;
      items[0] = { ...DRAFT, startDatetime, endDatetime, version: version + 1 };
      return HttpResponse.json({ ...rest, ...items[0] });
    }),
  );
  return { puts, items };
}

/** What somebody else has made of the event. */
function elsewhere(version: number) {
  return { ...DRAFT, version, ...wholeDates({ first: "2026-11-23", last: "2026-11-24" }, DRAFT.timeZone) };
}

/** The page is looked at again, and asks what there is now. */
function lookAgain() {
  fireEvent(document, new Event("visibilitychange", { bubbles: true }));
}

/** Drags from one day of the timeline to another; its first day is October 26. */
function drag(target: Element, fromDay: number, toDay: number) {
  fireEvent.pointerDown(target, { button: 0, pointerType: "mouse", clientX: fromDay * DAY_PX, clientY: 5 });
  fireEvent.pointerMove(window, { clientX: toDay * DAY_PX, clientY: 5 });
  fireEvent.pointerUp(window, { clientX: toDay * DAY_PX, clientY: 5 });
}

async function bar() {
  return screen.findByRole("button", { name: /Boots/ });
}

describe("dragging in the timeline", () => {
  it("moves a draft at once, all else kept, and Undo takes it back exactly", async () => {
    const { puts, items } = keepEvent();
    showCalendar(items, "view=timeline");
    drag(await bar(), 16, 19);
    expect(await screen.findByRole("button", { name: /Boots.*Nov 13, 2026 to Sun, Nov 15, 2026/ })).toBeVisible();
    expect(await screen.findByText("“Boots” is now from Nov 13 to Nov 15")).toBeVisible();
    await userEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(await screen.findByText("“Boots” is back where it was")).toBeVisible();
    expect(puts.map(({ ifMatch }) => ifMatch)).toEqual(['"3"', '"4"']);
    expect(puts[0]?.draft).toMatchObject({
      title: "Boots",
      maxRate: 500,
      ...wholeDates({ first: "2026-11-13", last: "2026-11-15" }, DRAFT.timeZone),
    });
    expect(puts[1]?.draft).toMatchObject({ startDatetime: DRAFT.startDatetime, endDatetime: DRAFT.endDatetime });
  });

  it("moves one end, never beyond the other", async () => {
    const { puts, items } = keepEvent();
    showCalendar(items, "view=timeline");
    const end = (await bar()).querySelector("[data-edge=end]") as Element;
    drag(end, 17, 3);
    await waitFor(() => expect(puts).toHaveLength(1));
    expect(puts[0]?.draft).toMatchObject(wholeDates({ first: "2026-11-10", last: "2026-11-10" }, DRAFT.timeZone));
  });

  it("takes the move back when somebody else was first, and says so kindly", async () => {
    const { items } = keepEvent();
    showCalendar([DRAFT], "view=timeline");
    const draft = await bar();
    items[0] = elsewhere(4);
    drag(draft, 16, 19);
    expect(await screen.findByText(/Somebody changed it in the meantime/)).toBeVisible();
    expect(await screen.findByRole("button", { name: /Boots.*Nov 10, 2026 to Thu, Nov 12, 2026/ })).toBeVisible();
  });

  it("does not undo what somebody else has made of the event since, even when that is shown", async () => {
    const { puts, items } = keepEvent();
    showCalendar(items, "view=timeline");
    drag(await bar(), 16, 19);
    const undo = await screen.findByRole("button", { name: "Undo" });
    items[0] = elsewhere(5);
    lookAgain();
    await screen.findByRole("button", { name: /Boots.*Nov 23, 2026/ });
    await userEvent.click(undo);
    expect(await screen.findByText(/Somebody changed it in the meantime/)).toBeVisible();
    expect(puts.map(({ ifMatch }) => ifMatch)).toEqual(['"3"', '"4"']);
    expect(await screen.findByRole("button", { name: /Boots.*Nov 23, 2026/ })).toBeVisible();
  });

  it("does not move what somebody else changed during the drag", async () => {
    const { puts, items } = keepEvent();
    showCalendar(items, "view=timeline");
    fireEvent.pointerDown(await bar(), { button: 0, pointerType: "mouse", clientX: 160, clientY: 5 });
    fireEvent.pointerMove(window, { clientX: 190, clientY: 5 });
    items[0] = elsewhere(4);
    lookAgain();
    await screen.findByRole("button", { name: /Boots.*Nov 23, 2026/ });
    fireEvent.pointerUp(window, { clientX: 190, clientY: 5 });
    expect(await screen.findByText(/Somebody changed it in the meantime/)).toBeVisible();
    expect(puts.map(({ ifMatch }) => ifMatch)).toEqual(['"3"']);
  });

  it("moves on from where a move leads that is not yet answered", async () => {
    const { puts, items } = keepEvent();
    showCalendar(items, "view=timeline");
    drag(await bar(), 16, 19);
    drag(await screen.findByRole("button", { name: /Boots.*Nov 13, 2026/ }), 19, 20);
    await waitFor(() => expect(puts).toHaveLength(2));
    expect(puts.map(({ ifMatch }) => ifMatch)).toEqual(['"3"', '"4"']);
    expect(puts[1]?.draft).toMatchObject(wholeDates({ first: "2026-11-14", last: "2026-11-16" }, DRAFT.timeZone));
    expect(await screen.findByText("“Boots” is now from Nov 14 to Nov 16")).toBeVisible();
  });

  it("takes the move back when it was not answered, and says so", async () => {
    keepEvent();
    server.use(http.put(EVENT_URL, () => HttpResponse.error()));
    showCalendar([DRAFT], "view=timeline");
    drag(await bar(), 16, 19);
    expect(await screen.findByText("“Boots” stays where it was")).toBeVisible();
    expect(screen.getByText(shellTexts.notAnswered)).toBeVisible();
    expect(await screen.findByRole("button", { name: /Boots.*Nov 10, 2026 to Thu, Nov 12, 2026/ })).toBeVisible();
  });

  it("gives up on Escape", async () => {
    const { puts, items } = keepEvent();
    showCalendar(items, "view=timeline");
    const draft = await bar();
    fireEvent.pointerDown(draft, { button: 0, pointerType: "mouse", clientX: 160, clientY: 5 });
    fireEvent.pointerMove(window, { clientX: 260, clientY: 5 });
    await userEvent.keyboard("{Escape}");
    fireEvent.pointerUp(window, { clientX: 260, clientY: 5 });
    expect(puts).toEqual([]);
    expect(draft).toHaveAccessibleName(/Nov 10, 2026/);
  });

  it("over empty days begins a new event there", async () => {
    const { container } = showCalendar([DRAFT], "view=timeline");
    await bar();
    drag(container.querySelector("ol")?.parentElement as Element, 24, 22);
    expect(
      await screen.findByText(`${wholeDates({ first: "2026-11-17", last: "2026-11-19" }, zone()).startDatetime} new`),
    ).toBeVisible();
  });

  it("does nothing for viewers, nor to what is published", async () => {
    const live = item("2026-11-23", "2026-12-01", { title: "Boots" });
    showCalendar([live], "view=timeline");
    expect((await bar()).querySelector("[data-edge]")).toBeNull();
    expect(await bar()).not.toHaveAttribute("data-event");
  });
});

function zone() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
