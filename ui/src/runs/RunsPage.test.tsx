import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { Route, Routes } from "react-router";
import { describe, expect, it } from "vitest";
import type { DeadLetter, OutboxPage, ProcessView, Run } from "../api/types";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { RunsPage } from "./RunsPage";
import { CALENDAR, DISPATCH, INBOX, missedRun, quickUser, runWith, serveRuns } from "./testRuns";

const RUNNING = runWith();
const PAUSED = runWith({ runId: "paused", title: "Toys", state: "PAUSED", desired: "PAUSED" });
const SENT = runWith({ runId: "sent", title: "Boots", state: "COMPLETED", endedAt: "2099-03-02T10:00:00Z" });

const worker = (pid: number, alive: boolean): ProcessView => ({
  processId: `worker-${pid}`,
  role: "WORKER",
  host: "box",
  pid,
  port: 18_100,
  startedAt: "2020-01-01T00:00:00Z",
  heartbeatAt: "2020-01-02T00:00:00Z",
  alive,
  partitions: 3,
});

const letter = (id: number, changes: Partial<DeadLetter> = {}): DeadLetter => ({
  id,
  topic: "promotion.events",
  partition: 2,
  offset: 10 + id,
  key: "k",
  value: "{}",
  cause: `cause ${id}`,
  cutFrom: null,
  receivedAt: "2020-01-01T00:00:00Z",
  replayedAt: null,
  replayedBy: null,
  ...changes,
});

type Around = { letters?: DeadLetter[]; failed?: OutboxPage["items"]; failedInInbox?: OutboxPage["items"] };

function serve(runs: Run[], { letters = [], failed = [], failedInInbox = [] }: Around = {}) {
  serveRuns(() => runs);
  const outbox = (items: OutboxPage["items"]) => () => HttpResponse.json({ items, nextCursor: null, hasMore: false });
  server.use(
    http.get(`${DISPATCH}/workers`, () => HttpResponse.json({ items: [worker(1, true), worker(2, false)] })),
    http.get(`${DISPATCH}/schedule`, () => HttpResponse.json({ items: [], nextCursor: null, hasMore: false })),
    http.get(`${DISPATCH}/dead-letters`, ({ request }) => {
      const replayed = new URL(request.url).searchParams.get("replayed");
      const items = letters.filter((item) => replayed == null || String(item.replayedAt != null) === replayed);
      return HttpResponse.json({ items, nextCursor: null, hasMore: false });
    }),
    http.get(`${DISPATCH}/outbox`, outbox(failed)),
    http.get(`${CALENDAR}/outbox`, outbox([])),
    http.get(`${INBOX}/outbox`, outbox(failedInInbox)),
  );
}

const show = (role = "operator") =>
  renderAs(
    [role],
    <Routes>
      <Route path="/admin/runs/:runId?" element={<RunsPage />} />
    </Routes>,
    "/admin/runs",
  );

describe("the runs page", () => {
  it("shows what is under way on top, then what ended, and who executes it", async () => {
    serve([RUNNING, PAUSED, SENT, missedRun("2099-03-01", "missed")]);
    show();
    const underWay = within(await screen.findByRole("region", { name: "Under way" }));
    expect(await underWay.findAllByRole("progressbar")).toHaveLength(2);
    expect(underWay.getByRole("link", { name: "Toys" })).toHaveAttribute("href", "/admin/runs/paused");
    const ended = within(await screen.findByRole("list", { name: "Lately ended" }));
    expect(ended.getAllByRole("link").map((link) => link.textContent)).toEqual([
      expect.stringMatching(/^Boots/),
      expect.stringMatching(/^Winter coats .*Mar 1/),
    ]);
    const processes = within(screen.getByRole("region", { name: "Managers and workers" }));
    expect(await processes.findByText("1 dead")).toBeVisible();
    expect(processes.getByText(/holds 3 partitions/)).toBeVisible();
    expect(await screen.findByText("No record has failed.")).toBeVisible();
  });

  it("narrows what ended by state, and loads more", async () => {
    serve([RUNNING]);
    server.use(
      http.get(`${DISPATCH}/runs`, ({ request }) => {
        const query = new URL(request.url).searchParams;
        const [state, cursor] = [query.get("state"), query.get("cursor")];
        const run = runWith({ runId: `${state}-${cursor}`, title: `Page ${cursor ?? 1}`, state: "FAILED" });
        const items = state == null || state === "FAILED" ? [run] : [];
        return HttpResponse.json({ items, nextCursor: cursor == null ? "2" : null, hasMore: cursor == null });
      }),
    );
    const user = quickUser();
    show();
    await user.selectOptions(await screen.findByRole("combobox", { name: "State" }), "Failed");
    await user.click(await screen.findByRole("button", { name: "Load more" }));
    expect((await screen.findByRole("link", { name: /Page 2/ })).closest("li")).toHaveFocus();
    expect(screen.getByRole("link", { name: /Page 1/ })).toHaveAttribute("href", "/admin/runs/FAILED-null");
  });

  it("stops all after saying how many", async () => {
    serve([RUNNING, PAUSED]);
    let stopped = 0;
    server.use(
      http.post(`${DISPATCH}/runs/stop-all`, () => {
        stopped++;
        return HttpResponse.json({ items: [RUNNING, PAUSED] });
      }),
    );
    const user = quickUser();
    show();
    await screen.findAllByRole("progressbar");
    await user.click(screen.getByRole("button", { name: "Stop all…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Stop 2 runs?" }));
    await user.click(dialog.getByRole("button", { name: "Stop 2 runs" }));
    await waitFor(() => expect(stopped).toBe(1));
  });

  it("replays the dead letters that were selected, after showing what would go where", async () => {
    const bodies: { ids?: number[]; dryRun: boolean }[] = [];
    const letters = [letter(3), letter(2), letter(1, { cutFrom: 9_000 })];
    serve([], { letters });
    server.use(
      http.post(`${DISPATCH}/dead-letters/replay`, async ({ request }) => {
        const body = (await request.json()) as { ids?: number[]; dryRun: boolean };
        bodies.push(body);
        const items = letters.filter(({ id }) => body.ids?.includes(id));
        return HttpResponse.json({ dryRun: body.dryRun, replayed: body.dryRun ? 0 : items.length, items });
      }),
    );
    const user = quickUser();
    show();
    expect(await screen.findByText("cause 2")).toBeVisible();
    expect(screen.queryByRole("checkbox", { name: "Select dead letter 1" })).not.toBeInTheDocument();
    await user.click(screen.getByRole("checkbox", { name: "Select dead letter 2" }));
    await user.click(screen.getByRole("button", { name: "Replay 1 selected…" }));
    const dialog = within(await screen.findByRole("dialog", { name: "Replay dead letters" }));
    expect(await dialog.findByText("promotion.events: 1")).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Replay 1 dead letter" }));
    await waitFor(() =>
      expect(bodies).toEqual([
        { ids: [2], dryRun: true },
        { ids: [2], dryRun: false },
      ]),
    );
  });

  it.each([
    ["dispatch", DISPATCH, "failed"],
    ["inbox", INBOX, "failedInInbox"],
  ] as const)("tries the failed records of the %s outbox again", async (_, service, where) => {
    const record = { seq: 1, id: "o1", type: "RunEnded", topic: "promotion.dispatched", aggregateId: "e1" };
    const times = { attempts: 10, nextAttemptAt: "2020-01-01T00:00:00Z", createdAt: "2020-01-01T00:00:00Z" };
    serve([], { [where]: [{ ...record, ...times, status: "FAILED", lastError: "too large" }] });
    const bodies: unknown[] = [];
    server.use(
      http.post(`${service}/outbox/replay`, async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json({ replayed: 1 });
      }),
    );
    const user = quickUser();
    show();
    expect(await screen.findByText("too large")).toBeVisible();
    expect(screen.queryByText("No record has failed.")).not.toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Replay 1 record…" }));
    await user.click(await screen.findByRole("button", { name: "Replay 1 record" }));
    await waitFor(() => expect(bodies).toEqual([{ ids: ["o1"] }]));
  });

  it("gives a viewer nothing to do", async () => {
    serve([RUNNING], { letters: [letter(1)] });
    show("viewer");
    await screen.findByRole("progressbar");
    expect(await screen.findByText("cause 1")).toBeVisible();
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  });
});
