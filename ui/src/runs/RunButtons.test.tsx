import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { RunButtons } from "./RunButtons";
import { CALENDAR, DISPATCH, EVENT_ID, eventWith, quickUser, runWith } from "./testRuns";

const STOPPED = runWith({ state: "STOPPED", desired: "STOPPED" });
const command = (name: string) => `${DISPATCH}/runs/${STOPPED.runId}/${name}`;
const serveEvent = (end: string) =>
  server.use(http.get(`${CALENDAR}/events/${EVENT_ID}`, () => HttpResponse.json(eventWith({ endDatetime: end }))));

describe("the buttons of a run", () => {
  it("pause at once", async () => {
    let paused = 0;
    server.use(
      http.post(command("pause"), () => {
        paused++;
        return HttpResponse.json(runWith({ desired: "PAUSED" }));
      }),
    );
    renderAs(["operator"], <RunButtons run={runWith()} />);
    await quickUser().click(screen.getByRole("button", { name: "Pause" }));
    await waitFor(() => expect(paused).toBe(1));
  });

  it("say what was sent and what will not be before they stop, and the service's words when it refuses", async () => {
    server.use(
      http.post(command("stop"), () =>
        HttpResponse.json(
          {
            type: "urn:promo:problem:run-state",
            title: "Conflict",
            status: 409,
            detail: "run is COMPLETED and cannot be stopped: nothing is unfinished",
          },
          { status: 409 },
        ),
      ),
    );
    const user = quickUser();
    renderAs(["operator"], <RunButtons run={runWith()} />);
    await user.click(screen.getByRole("button", { name: "Stop" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Stop “Winter coats/ }));
    expect(dialog.getByText(/Handled so far: 400 customers\. Their messages stay/)).toBeVisible();
    expect(dialog.getByText(/Not sent: the remaining 600 customers .* unless you restart the run/)).toBeVisible();
    expect(dialog.queryByText(/backfill/i)).not.toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Stop" }));
    expect(await dialog.findByRole("alert")).toHaveTextContent(/refused.*Run is COMPLETED and cannot be stopped/);
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  it("say that nothing was answered when nothing was", async () => {
    server.use(http.post(command("pause"), () => HttpResponse.error()));
    renderAs(["operator"], <RunButtons run={runWith()} />);
    await quickUser().click(screen.getByRole("button", { name: "Pause" }));
    const alert = await screen.findByRole("alert");
    expect(alert).toHaveTextContent(/^That did not work.*The server does not answer/);
    expect(alert).not.toHaveTextContent(/refused/);
  });

  it("restart the same run, only what is unfinished of it", async () => {
    serveEvent("2099-03-05T20:00:00Z");
    const bodies: unknown[] = [];
    server.use(
      http.post(command("restart"), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(runWith({ state: "DUE" }));
      }),
    );
    const user = quickUser();
    renderAs(["operator"], <RunButtons run={STOPPED} />);
    await user.click(screen.getByRole("button", { name: "Restart" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Restart/ }));
    expect(dialog.getByText(/The same run goes on with its 2 unfinished of 4 partitions/)).toBeVisible();
    expect(dialog.queryByText(/backfill/i)).not.toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Restart" }));
    await waitFor(() => expect(bodies).toEqual([{ afterEnd: false }]));
  });

  it("restart after the event's end only when that is ticked, too", async () => {
    serveEvent("2020-01-01T00:00:00Z");
    const bodies: unknown[] = [];
    server.use(
      http.post(command("restart"), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(runWith({ state: "DUE" }));
      }),
    );
    const user = quickUser();
    renderAs(["operator"], <RunButtons run={STOPPED} />);
    await user.click(screen.getByRole("button", { name: "Restart" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Restart/ }));
    const tick = await dialog.findByRole("checkbox", { name: /The event has ended/ });
    const restart = dialog.getByRole("button", { name: "Restart" });
    expect(restart).toHaveAttribute("aria-disabled", "true");
    await user.click(restart);
    expect(bodies).toEqual([]);
    await user.click(tick);
    await user.click(restart);
    await waitFor(() => expect(bodies).toEqual([{ afterEnd: true }]));
  });

  it("resume after the event's end only when that is ticked, too, and say how many were left out", async () => {
    serveEvent("2020-01-01T00:00:00Z");
    const bodies: unknown[] = [];
    server.use(
      http.post(command("resume"), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(runWith());
      }),
    );
    const user = quickUser();
    renderAs(["operator"], <RunButtons run={runWith({ state: "PAUSED", desired: "PAUSED", unsubscribed: 60 })} />);
    await user.click(screen.getByRole("button", { name: "Resume" }));
    const dialog = within(await screen.findByRole("dialog", { name: /^Resume/ }));
    const tick = await dialog.findByRole("checkbox", {
      name: /The event has ended. Send to the 540 customers left out/,
    });
    expect(dialog.getByText(/ended on Wed, Jan 1, 2020/)).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Resume" }));
    expect(bodies).toEqual([]);
    await user.click(tick);
    await user.click(dialog.getByRole("button", { name: "Resume" }));
    await waitFor(() => expect(bodies).toEqual([{ afterEnd: true }]));
  });

  it("resume before the event's end without a question", async () => {
    serveEvent("2099-03-05T20:00:00Z");
    const bodies: unknown[] = [];
    server.use(
      http.post(command("resume"), async ({ request }) => {
        bodies.push(await request.json());
        return HttpResponse.json(runWith());
      }),
    );
    const user = quickUser();
    renderAs(["operator"], <RunButtons run={runWith({ state: "PAUSED", desired: "PAUSED" })} />);
    await user.click(screen.getByRole("button", { name: "Resume" }));
    await user.click(within(await screen.findByRole("dialog")).getByRole("button", { name: "Resume" }));
    await waitFor(() => expect(bodies).toEqual([{ afterEnd: false }]));
    expect(screen.queryByRole("checkbox")).not.toBeInTheDocument();
  });

  it.each(["resume", "restart"] as const)("ask when the event ended just as they %s", async (name) => {
    serveEvent("2099-03-05T20:00:00Z");
    server.use(
      http.post(command(name), () =>
        HttpResponse.json(
          { type: "urn:promo:problem:event-over", title: "Conflict", status: 409, detail: "the event is over" },
          { status: 409 },
        ),
      ),
    );
    const user = quickUser();
    const run = name === "resume" ? runWith({ state: "PAUSED", desired: "PAUSED" }) : STOPPED;
    renderAs(["operator"], <RunButtons run={run} />);
    const label = name === "resume" ? "Resume" : "Restart";
    await user.click(screen.getByRole("button", { name: label }));
    const dialog = within(await screen.findByRole("dialog"));
    await user.click(dialog.getByRole("button", { name: label }));
    expect(await dialog.findByRole("checkbox", { name: /The event has ended/ })).toBeVisible();
    expect(dialog.getByRole("button", { name: label })).toHaveAttribute("aria-disabled", "true");
  });

  it("are not there for a viewer", () => {
    renderAs(["viewer"], <RunButtons run={runWith()} />);
    expect(screen.queryByRole("button")).not.toBeInTheDocument();
  });
});
