import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import type { Partition, ProcessView, Run, RunAction } from "../api/types";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { EventRuns } from "./EventRuns";
import { DISPATCH, eventWith, missedRun, quickUser, runWith, serveDates, serveRuns } from "./testRuns";

const COMING = { startDatetime: "2020-01-01T08:00:00Z" };
const running = runWith({ dispatchDate: "2020-01-02", dueAt: "2020-01-02T09:00:00Z" });
const dayRow = async (name: RegExp) => {
  const rows = await screen.findByRole("list", { name: "Days with runs" });
  const row = within(rows)
    .getAllByRole("listitem")
    .find((item) => name.test(item.textContent ?? ""));
  return within(row as HTMLElement);
};

describe("an event's runs", () => {
  it("are a row per day: running, sent, missed, and still to come", async () => {
    const sent = runWith({
      runId: "sent",
      dispatchDate: "2020-01-03",
      state: "COMPLETED",
      generation: 1,
      delivered: 1_000,
      inserted: 400,
      attempt: 2,
      startedAt: "2020-01-03T09:00:00Z",
      endedAt: "2020-01-03T09:00:12Z",
    });
    serveRuns(() => [sent, running, missedRun("2020-01-01", "missed")]);
    serveDates(["2020-01-01", "2020-01-02", "2020-01-03", "2099-03-04"]);
    renderAs(["operator"], <EventRuns event={eventWith(COMING)} />);

    const day3 = await dayRow(/Jan 3/);
    expect(day3.getByText("Completed", { selector: "[data-state]" })).toBeVisible();
    for (const text of ["400", "1,000 of 1,000 handled", "600", "12 s", "2", "Replay 1"]) {
      expect(day3.getByText(text)).toBeVisible();
    }
    const day2 = await dayRow(/Jan 2/);
    expect(day2.getByRole("progressbar", { name: /Winter coats, .*Jan 2/ })).toHaveAttribute("aria-valuenow", "40");
    const day1 = await dayRow(/Jan 1/);
    expect(day1.getByText("Missed")).toBeVisible();
    expect(day1.getByText(/Only a backfill sends it/)).toBeVisible();
    const coming = within(screen.getByRole("list", { name: "Days to come" }));
    expect(coming.getByText(/Mar 4, 2099/)).toBeVisible();
    expect(coming.getByText("due 09:00")).toBeVisible();
  });

  it("offer a viewer nothing to press but the details", async () => {
    serveRuns(() => [running, missedRun("2020-01-01", "missed")]);
    serveDates(["2020-01-01", "2020-01-02"]);
    renderAs(["viewer"], <EventRuns event={eventWith(COMING)} />);
    await dayRow(/Jan 2/);
    for (const button of screen.getAllByRole("button")) {
      expect(button).toHaveAccessibleName(/^Details of/);
    }
  });

  it("say why a run stands still", async () => {
    serveRuns(() => [{ ...running, stalledSeconds: 65, reason: "the inbox database is away" }]);
    serveDates(["2020-01-02"]);
    renderAs(["viewer"], <EventRuns event={eventWith(COMING)} />);
    expect(
      await screen.findByText("No progress for 1 min 5 s. the inbox database is away. 2 workers are alive."),
    ).toBeVisible();
  });

  it("of a draft are only planned", async () => {
    serveRuns(() => []);
    serveDates(["2099-03-01"]);
    renderAs(["admin"], <EventRuns event={eventWith({ status: "DRAFT" })} />);
    expect(await screen.findByText(/A draft sends nothing/)).toBeVisible();
    expect(screen.queryByRole("button", { name: /Backfill/ })).not.toBeInTheDocument();
  });

  it("open to partitions with their workers, a page at a time, and to who did what", async () => {
    serveRuns(() => [running]);
    serveDates(["2020-01-02"]);
    serveInside(running);
    const user = quickUser();
    renderAs(["viewer"], <EventRuns event={eventWith(COMING)} />);
    await user.click(await screen.findByRole("button", { name: /Details of .*Jan 2/ }));
    const partitions = within(await screen.findByRole("list", { name: "Partitions" }));
    expect(partitions.getAllByRole("listitem")).toHaveLength(20);
    expect(partitions.getAllByText("box:18100, pid 4711")[0]).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Page 11" }));
    await waitFor(() => expect(partitions.getAllByRole("listitem")).toHaveLength(10));
    await user.click(screen.getByRole("radio", { name: "Failed 1" }));
    await waitFor(() => expect(partitions.getAllByRole("listitem")).toHaveLength(1));
    expect(partitions.getByText("duplicate key")).toBeVisible();
    const log = within(screen.getByRole("list", { name: "Who did what" }));
    expect(log.getAllByRole("listitem").map((item) => item.textContent)).toEqual([
      expect.stringMatching(/olga paused it/),
      expect.stringMatching(/The trigger asked for the run/),
    ]);
  });
});

function serveInside(run: Run) {
  const partition = (partitionNo: number): Partition => ({
    partitionNo,
    firstUser: "00000000-0000-4000-8000-000000000001",
    lastUser: "00000000-0000-4000-8000-0000000000ff",
    state: partitionNo === 7 ? "FAILED" : "DONE",
    processId: "worker",
    delivered: 10,
    inserted: 10,
    unsubscribed: 0,
    chunks: 1,
    chunksReplayed: 0,
    attempts: 1,
    reason: partitionNo === 7 ? "duplicate key" : null,
    startedAt: run.startedAt,
    endedAt: run.startedAt,
  });
  const worker: ProcessView = {
    processId: "worker",
    role: "WORKER",
    host: "box",
    pid: 4711,
    port: 18_100,
    startedAt: "2020-01-01T00:00:00Z",
    heartbeatAt: "2020-01-02T00:00:00Z",
    alive: true,
    partitions: 1,
  };
  const action = (actor: string, name: RunAction["action"]): RunAction => ({
    at: "2020-01-02T09:00:00Z",
    actor,
    action: name,
    detail: null,
    runId: run.runId,
    dispatchDate: run.dispatchDate,
    generation: 0,
  });
  server.use(
    http.get(`${DISPATCH}/runs/${run.runId}/partitions`, () =>
      HttpResponse.json({ items: Array.from({ length: 210 }, (_, number) => partition(number)) }),
    ),
    http.get(`${DISPATCH}/workers`, () => HttpResponse.json({ items: [worker] })),
    http.get(`${DISPATCH}/runs/${run.runId}/actions`, () =>
      HttpResponse.json({ items: [action("trigger", "REQUEST"), action("olga", "PAUSE")], truncated: false }),
    ),
  );
}
