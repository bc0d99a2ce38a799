import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import { createMemoryRouter, useSearchParams } from "react-router";
import { describe, expect, it } from "vitest";
import { runWith } from "../runs/testRuns";
import { renderRoutes } from "../test/render";
import { server } from "../test/server";
import { type DrawerTab, EventDrawer } from "./EventDrawer";
import { fill } from "./test/drawer";
import { anEvent, CALENDAR, DISPATCH, type Known, services } from "./test/events";

const OTHER = "0197a000-0000-7000-8000-000000000009";
const WINDOW = {
  startDatetime: "2099-12-01T08:00:00Z",
  endDatetime: "2099-12-03T22:59:00Z",
  timeZone: "Europe/Berlin",
};

/** The drawer as the calendar opens it: what it shows stands in the address. */
function Page() {
  const [search, setSearch] = useSearchParams();
  const eventId = search.get("event");
  return (
    <>
      <p>Shown: {eventId}</p>
      <EventDrawer
        target={eventId == null ? { newEvent: WINDOW } : { eventId }}
        tab={(search.get("tab") ?? "details") as DrawerTab}
        onTab={(tab) => setSearch({ event: eventId ?? "", tab }, { replace: true })}
        onOpen={(event) => setSearch({ event }, { replace: eventId == null })}
        onClose={() => setSearch({})}
      />
    </>
  );
}

function openPage(search: string) {
  const router = createMemoryRouter(
    [
      { path: "/admin/event-calendar", Component: Page },
      { path: "/admin/runs/:runId", element: <h1>The run's page</h1> },
    ],
    { initialEntries: [`/admin/event-calendar?${search}`] },
  );
  renderRoutes(["admin"], router);
  return { router, user: userEvent.setup({ pointerEventsCheck: 0 }) };
}

describe("a link inside the drawer", () => {
  it("asks before it takes what was typed away; the tabs take nothing", async () => {
    const event = anEvent({ status: "PUBLISHED" });
    const known = services(event);
    const run = { runId: "r1", eventId: event.eventId, dispatchDate: "2020-01-01", dueAt: "2020-01-01T08:00:00Z" };
    known.runs = [runWith({ ...run, state: "COMPLETED", attempt: 0 })];
    server.use(http.get(`${DISPATCH}/runs/:id/actions`, () => HttpResponse.json({ items: [], truncated: false })));
    const { router, user } = openPage(`event=${event.eventId}`);
    await fill("Title", "Other");
    await user.click(screen.getByRole("tab", { name: "Runs" }));
    await user.click(await screen.findByRole("button", { name: /^Details of Wed, Jan 1/ }));
    await user.click(await screen.findByRole("link", { name: "Open this run" }));
    await user.click(await screen.findByRole("button", { name: "Keep editing" }));
    expect(router.state.location.pathname).toBe("/admin/event-calendar");
    await user.click(await screen.findByRole("link", { name: "Open this run" }));
    await user.click(await screen.findByRole("button", { name: "Discard changes" }));
    expect(await screen.findByText("The run's page")).toBeVisible();
  });

  it("asks before the original of a copy takes its place", async () => {
    const event = anEvent();
    const known = services(event);
    known.history = [
      {
        at: "2026-11-20T08:00:00Z",
        actor: "admin",
        action: "COPY",
        fromStatus: null,
        toStatus: "DRAFT",
        version: 1,
        changes: { copyOf: { from: null, to: OTHER } },
      },
    ];
    const { router, user } = openPage(`event=${event.eventId}`);
    await fill("Title", "Other");
    await user.click(screen.getByRole("tab", { name: "History" }));
    await user.click(await screen.findByRole("button", { name: "Open the original" }));
    await user.click(await screen.findByRole("button", { name: "Discard changes" }));
    await waitFor(() => expect(router.state.location.search).toBe(`?event=${OTHER}`));
  });
});

describe("what is typed while a new draft is being made", () => {
  it("stays, and stays unsaved, when the draft is shown", async () => {
    const known = services(null);
    const answer = slowly(known);
    const { user } = openPage("new=2099-12-01..2099-12-03");
    await fill("Title", "Autumn sale");
    await fill("Subject", "Hi");
    await fill("Body", "There");
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    await waitFor(() => expect(answer.waiting).toBe(true));
    await fill("Body", "There, there");
    answer.now();
    expect(await screen.findByText(`Shown: ${anEvent().eventId}`)).toBeInTheDocument();
    expect(await screen.findByRole("tab", { name: "History" })).toBeVisible();
    expect(screen.getByRole("textbox", { name: "Body" })).toHaveValue("There, there");
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    await waitFor(() => expect(known.sent).toMatchObject([{ method: "PUT", ifMatch: '"1"' }]));
    expect(known.event?.promotionPackage.content.en?.body).toBe("There, there");
  });
});

/** The service makes the draft only when the test says so. */
function slowly(known: Known) {
  const answer = { waiting: false, now: () => {} };
  const gate = new Promise<void>((open) => {
    answer.now = open;
  });
  server.use(
    http.post(`${CALENDAR}/events`, async ({ request }) => {
      const body = (await request.json()) as object;
      answer.waiting = true;
      await gate;
      known.event = { ...anEvent(), ...body, version: 1 };
      return HttpResponse.json(known.event);
    }),
  );
  return answer;
}
