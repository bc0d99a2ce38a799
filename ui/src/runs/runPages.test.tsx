import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import type { Run } from "../api/types";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { EventRuns } from "./EventRuns";
import { DISPATCH, eventWith, quickUser, runWith, serveDates, serveRuns } from "./testRuns";

const COMING = { startDatetime: "2020-01-01T08:00:00Z" };
const runOn = (date: string) =>
  runWith({ runId: date, dispatchDate: date, dueAt: `${date}T09:00:00Z`, state: "COMPLETED", delivered: 1_000 });

/** The first page of the runs, and then what the second answers. */
function servePages(first: Run, second: () => Response) {
  server.use(
    http.get(`${DISPATCH}/runs`, ({ request }) =>
      new URL(request.url).searchParams.has("cursor")
        ? second()
        : HttpResponse.json({ items: [first], nextCursor: "2", hasMore: true }),
    ),
    http.get(`${DISPATCH}/runs/:runId/partitions`, () => HttpResponse.json({ items: [] })),
    http.get(`${DISPATCH}/runs/:runId/actions`, () => HttpResponse.json({ items: [], truncated: false })),
    http.get(`${DISPATCH}/workers`, () => HttpResponse.json({ items: [] })),
  );
}

describe("an event's runs on more than one page", () => {
  it("are asked for once when the second page is refused, and again when somebody tries", async () => {
    serveDates(["2020-01-02"]);
    let refused = 0;
    servePages(runOn("2020-01-02"), () => {
      refused++;
      return HttpResponse.json({ status: 403, detail: "your roles do not allow this" }, { status: 403 });
    });
    const user = quickUser();
    renderAs(["viewer"], <EventRuns event={eventWith(COMING)} />);
    expect(await screen.findByText(/Your roles do not allow this/)).toBeVisible();
    await user.click(screen.getByRole("button", { name: /Details of .*Jan 2/ }));
    await screen.findByText("Nothing has been recorded of this run.");
    expect(refused).toBe(1);

    servePages(runOn("2020-01-02"), () =>
      HttpResponse.json({ items: [runOn("2020-01-01")], nextCursor: null, hasMore: false }),
    );
    await user.click(screen.getByRole("button", { name: "Try again" }));
    expect(await screen.findByRole("button", { name: /Details of .*Jan 1/ })).toBeVisible();
    await waitFor(() => expect(screen.queryByText(/Your roles/)).not.toBeInTheDocument());
  });
});

describe("a day that has come and has no run yet", () => {
  it("is looked for every few seconds", async () => {
    serveDates(["2020-01-02"]);
    let asked = 0;
    serveRuns(() => (asked++ === 0 ? [] : [runOn("2020-01-02")]));
    renderAs(["viewer"], <EventRuns event={eventWith(COMING)} />);
    expect(await screen.findByText(/Waits for the trigger/)).toBeVisible();
    expect(await screen.findByRole("button", { name: /Details of .*Jan 2/ }, { timeout: 8_000 })).toBeVisible();
  });
});
