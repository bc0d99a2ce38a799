import { screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import type { Run } from "../api/types";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { RunsPage } from "./RunsPage";
import { CALENDAR, DISPATCH, EVENT_ID, eventWith, runWith, serveRuns } from "./testRuns";

const RUN = runWith();
const PATH = `/admin/runs/${RUN.runId}`;

/** A stream that a test sends runs through and ends. */
function serveStream() {
  let out: ReadableStreamDefaultController<Uint8Array> | undefined;
  server.use(
    http.get(
      `${DISPATCH}/runs/${RUN.runId}/progress`,
      () =>
        new HttpResponse(
          new ReadableStream<Uint8Array>({
            start(controller) {
              out = controller;
            },
          }),
          { headers: { "Content-Type": "text/event-stream" } },
        ),
    ),
  );
  const send = (type: string, run: Run) =>
    waitFor(() => {
      if (out == null) {
        throw new Error("nobody listens yet");
      }
      out.enqueue(new TextEncoder().encode(`event: ${type}\ndata: ${JSON.stringify(run)}\n\n`));
    });
  return { send, breakOff: () => out?.close() };
}

/** The page of one run, whose inside is empty. */
function open(runs: () => Run[]) {
  serveRuns(runs);
  server.use(
    http.get(`${CALENDAR}/events/${EVENT_ID}`, () => HttpResponse.json(eventWith())),
    http.get(`${DISPATCH}/runs/:runId/partitions`, () => HttpResponse.json({ items: [] })),
    http.get(`${DISPATCH}/runs/:runId/actions`, () => HttpResponse.json({ items: [], truncated: false })),
    http.get(`${DISPATCH}/workers`, () => HttpResponse.json({ items: [] })),
  );
}

const show = () =>
  renderAs(
    ["operator"],
    <Routes>
      <Route path="/admin/runs/:runId?" element={<RunsPage />} />
    </Routes>,
    PATH,
  );

describe("a run that is watched", () => {
  it("moves with its stream until it ends", async () => {
    open(() => [RUN]);
    const stream = serveStream();
    show();
    const bar = await screen.findByRole("progressbar", { name: /Winter coats/ });
    expect(bar).toHaveAttribute("aria-valuetext", "40%, 400 of 1,000 handled");
    await stream.send("progress", { ...RUN, delivered: 730 });
    await waitFor(() => expect(bar).toHaveAttribute("aria-valuenow", "73"));
    expect(screen.getByText("730 handled")).toBeVisible();
    expect(screen.getByText(/· live/)).toBeVisible();
    // Told to those who cannot see it by tenths, not by the second.
    expect(screen.getByRole("status")).toHaveTextContent("Winter coats, Mon, Mar 2, 2099: Running, 70%");

    const sent = { ...RUN, state: "COMPLETED" as const, delivered: 1_000, endedAt: "2099-03-02T09:10:00Z" };
    open(() => [sent]);
    await stream.send("end", sent);
    expect(await screen.findByText("Completed", { selector: "[data-state]" })).toBeVisible();
    expect(screen.getByRole("status")).toHaveTextContent("Completed, 100%");
    expect(screen.queryByRole("button", { name: "Stop" })).not.toBeInTheDocument();
  });

  it("is followed on a new stream when its stream ends with the token", async () => {
    open(() => [RUN]);
    const stream = serveStream();
    show();
    const bar = await screen.findByRole("progressbar");
    await stream.send("progress", { ...RUN, delivered: 500 });
    await waitFor(() => expect(bar).toHaveAttribute("aria-valuenow", "50"));
    stream.breakOff();
    const next = serveStream();
    await next.send("progress", { ...RUN, delivered: 640 });
    await waitFor(() => expect(bar).toHaveAttribute("aria-valuenow", "64"));
    expect(screen.getByText(/· live/)).toBeVisible();
  });

  it("is asked for again and again when its stream is lost", async () => {
    let delivered = 400;
    open(() => [{ ...RUN, delivered: delivered++ }]);
    const stream = serveStream();
    show();
    await screen.findByRole("progressbar");
    await stream.send("progress", { ...RUN, delivered: 500 });
    expect(await screen.findByText(/· live/)).toBeVisible();
    delivered = 610;
    server.use(http.get(`${DISPATCH}/runs/${RUN.runId}/progress`, () => HttpResponse.error()));
    stream.breakOff();
    expect(await screen.findByText("610 handled", undefined, { timeout: 6_000 })).toBeVisible();
    expect(screen.getByText(/asked every few seconds/)).toBeVisible();
  });

  it("leads to its event's days", async () => {
    open(() => [runWith({ state: "COMPLETED" })]);
    show();
    expect(await screen.findByRole("link", { name: "Open the event" })).toHaveAttribute(
      "href",
      `/admin/event-calendar?event=${EVENT_ID}&tab=runs`,
    );
  });
});
