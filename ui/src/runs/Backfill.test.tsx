import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import type { RequestedRun } from "../api/types";
import { renderAs } from "../test/render";
import { server } from "../test/server";
import { EventRuns } from "./EventRuns";
import { DISPATCH, EVENT_ID, eventWith, missedRun, quickUser, serveDates, serveRuns } from "./testRuns";

const MISSED = ["2020-01-01", "2020-01-02"];
const step = (date: string, action: RequestedRun["action"], reason: string | null = null): RequestedRun => ({
  eventId: EVENT_ID,
  date,
  generation: 0,
  action,
  reason,
  runId: null,
  eligible: action === "NONE" ? null : 1_500,
});

async function open(changes = {}) {
  serveRuns(() => MISSED.map((date, number) => missedRun(date, `missed-${number}`)));
  serveDates(MISSED);
  const user = quickUser();
  renderAs(["operator"], <EventRuns event={eventWith({ startDatetime: "2020-01-01T08:00:00Z", ...changes })} />);
  await user.click(await screen.findByRole("button", { name: "Backfill…" }));
  return { user, dialog: within(await screen.findByRole("dialog", { name: "Backfill days that went by" })) };
}

describe("a backfill", () => {
  it("begins with the missed days, shows what would be sent, and sends just that", async () => {
    const bodies: unknown[] = [];
    server.use(
      http.post(`${DISPATCH}/backfills`, async ({ request }) => {
        bodies.push(await request.json());
        const items = [step("2020-01-01", "START"), step("2020-01-02", "REPLAY"), step("2020-01-03", "NONE", "is DUE")];
        return HttpResponse.json({ items, total: 2 });
      }),
    );
    const { user, dialog } = await open();
    expect(dialog.getByLabelText("From")).toHaveValue("2020-01-01");
    expect(dialog.getByLabelText("To")).toHaveValue("2020-01-02");
    expect(dialog.getByRole("radio", { name: "Missing" })).toBeChecked();
    expect(dialog.getByText(/nobody gets two/)).toBeVisible();
    expect(dialog.queryByText(/restart/i)).not.toBeInTheDocument();
    await user.click(dialog.getByRole("radio", { name: "All" }));
    await user.click(dialog.getByRole("button", { name: "Show what would be sent" }));

    const table = within(await dialog.findByRole("table", { name: "What would be sent" }));
    const rows = table.getAllByRole("row").map((row) => row.textContent);
    expect(rows).toEqual([
      "DayActionEligible now",
      "Wed, Jan 1, 2020Send1,500",
      "Thu, Jan 2, 2020Send again, as a replay1,500",
      "Fri, Jan 3, 2020Nothingis DUE–",
    ]);
    await user.click(dialog.getByRole("button", { name: "Backfill 2 days, up to 3,000 messages" }));
    const asked = { eventId: EVENT_ID, from: "2020-01-01", to: "2020-01-02", mode: "all", afterEnd: false };
    await waitFor(() =>
      expect(bodies).toEqual([
        { ...asked, dryRun: true },
        { ...asked, dryRun: false },
      ]),
    );
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  });

  it("sends what was rehearsed though the form was touched while that was counted", async () => {
    const bodies: Record<string, unknown>[] = [];
    let counted = () => {};
    const counting = new Promise<void>((done) => {
      counted = done;
    });
    server.use(
      http.post(`${DISPATCH}/backfills`, async ({ request }) => {
        bodies.push((await request.json()) as Record<string, unknown>);
        await counting;
        return HttpResponse.json({ items: [step("2020-01-01", "START")], total: 1 });
      }),
    );
    const { user, dialog } = await open();
    await user.click(dialog.getByRole("button", { name: "Show what would be sent" }));
    await waitFor(() => expect(bodies).toHaveLength(1));
    await user.click(dialog.getByRole("radio", { name: "All" }));
    expect(dialog.getByRole("radio", { name: "Missing" })).toBeChecked();
    expect(dialog.getByLabelText("From")).toBeDisabled();
    counted();
    await user.click(await dialog.findByRole("button", { name: "Backfill 1 day, up to 1,500 messages" }));
    await waitFor(() => expect(bodies).toHaveLength(2));
    expect(bodies[1]).toEqual({ ...bodies[0], dryRun: false });
  });

  it("of nothing has no button to send", async () => {
    server.use(
      http.post(`${DISPATCH}/backfills`, () =>
        HttpResponse.json({ items: [step("2020-01-01", "NONE", "is DUE, hence under way")], total: 0 }),
      ),
    );
    const { user, dialog } = await open();
    await user.click(dialog.getByRole("button", { name: "Show what would be sent" }));
    expect(await dialog.findByText("None of these days would send anything.")).toBeVisible();
    expect(dialog.queryByRole("button", { name: /^Backfill/ })).not.toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Back" }));
    expect(await dialog.findByLabelText("From")).toBeVisible();
  });

  it("shows at the field what the service finds wrong with it", async () => {
    server.use(
      http.post(`${DISPATCH}/backfills`, () =>
        HttpResponse.json(
          { status: 400, detail: "to is wrong", errors: [{ field: "to", message: "must not be in the future" }] },
          { status: 400 },
        ),
      ),
    );
    const { user, dialog } = await open();
    await user.click(dialog.getByRole("button", { name: "Show what would be sent" }));
    await waitFor(() => expect(dialog.getByLabelText("To")).toBeInvalid());
    expect(dialog.getByText("must not be in the future")).toBeVisible();
  });

  it("after the event's end has to be ticked", async () => {
    const { user, dialog } = await open({ endDatetime: "2020-01-03T00:00:00Z", status: "EXPIRED" });
    expect(dialog.getByRole("button", { name: "Show what would be sent" })).toHaveAttribute("aria-disabled", "true");
    await user.click(dialog.getByRole("checkbox", { name: /The event has ended/ }));
    expect(dialog.getByRole("button", { name: "Show what would be sent" })).not.toHaveAttribute("aria-disabled");
  });
});
