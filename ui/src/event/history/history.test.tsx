import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { HistoryEntry, RunAction } from "../../api/types";
import { openDrawer } from "../test/drawer";
import { anEvent, services } from "../test/events";
import { changedLines, changeLines } from "./changeLines";
import { timeline } from "./timeline";

const entry = (
  at: string,
  changes: HistoryEntry["changes"] = {},
  action: HistoryEntry["action"] = "EDIT",
): HistoryEntry => ({
  at,
  actor: "admin",
  action,
  fromStatus: "DRAFT",
  toStatus: "DRAFT",
  version: 2,
  changes,
});
const action = (at: string, what: RunAction["action"], actor: string, detail: string | null = null): RunAction => ({
  at,
  actor,
  action: what,
  detail,
  runId: "r",
  dispatchDate: "2026-11-23",
  generation: 0,
});

describe("the history", () => {
  it("has the event's and the runs' steps on one line, newest first", async () => {
    const known = services(anEvent());
    known.history = [
      entry("2026-11-20T08:00:00Z", {}, "CREATE"),
      entry("2026-11-21T08:00:00Z", {
        title: { from: "Old", to: "New" },
        startDatetime: { from: "2026-11-23T08:00:00Z", to: "2026-11-23T09:00:00Z" },
        audience: { from: { countries: ["DE"] }, to: { countries: [] } },
        promotionPackage: {
          from: { defaultLocale: "en", content: { en: { subject: "S", body: "One\nTwo" } } },
          to: { defaultLocale: "en", content: { en: { subject: "S", body: "One\n2" } } },
        },
      }),
    ];
    known.actions = [
      action("2026-11-23T08:00:00Z", "REQUEST", "trigger"),
      action("2026-11-23T08:05:00Z", "END", "system", "FAILED: no workers"),
    ];
    openDrawer({ role: "viewer", tab: "history" });
    const items = await within(await screen.findByRole("list", { name: "What was done, newest first" })).findAllByRole(
      "listitem",
    );
    const texts = items.map((item) => item.textContent ?? "");
    expect(texts).toHaveLength(4);
    expect(texts[0]).toContain("Promo saw it end · run of Mon, Nov 23, 2026");
    expect(texts[0]).toContain("Failed: no workers");
    expect(texts[1]).toContain("The trigger asked for the run · run of Mon, Nov 23, 2026");
    expect(texts[1]).toContain("automatic, nobody did this");
    expect(texts[2]).toContain("admin changed the event · version 2");
    expect(texts[2]).toContain("Title OldNew");
    expect(texts[2]).toContain("Start Mon, Nov 23, 2026, 09:00 Europe/BerlinMon, Nov 23, 2026, 10:00 Europe/Berlin");
    expect(texts[2]).toContain("Countries DEeveryone");
    expect(within(items[2] as HTMLElement).getByText("Two")).toBeVisible();
    expect(within(items[2] as HTMLElement).queryByText(/One/)).not.toBeInTheDocument();
    expect(texts[3]).toContain("admin made the draft");
  });

  it("comes in pages, and leaves out no run between two of them", async () => {
    const known = services(anEvent());
    known.history = Array.from({ length: 120 }, (_, index) => ({
      ...entry(new Date(Date.UTC(2026, 10, 1, index)).toISOString()),
      version: index + 1,
    }));
    known.actions = [action("2026-11-01T00:30:00Z", "REQUEST", "trigger")];
    const { user } = openDrawer({ role: "viewer", tab: "history" });
    const list = await screen.findByRole("list", { name: "What was done, newest first" });
    expect(within(list).getAllByRole("listitem")).toHaveLength(50);
    expect(list).toHaveTextContent("version 120");
    expect(list).not.toHaveTextContent("run of Mon, Nov 23");
    await user.click(screen.getByRole("button", { name: "Show older" }));
    await waitFor(() => expect(within(list).getAllByRole("listitem")).toHaveLength(100));
    await user.click(screen.getByRole("button", { name: "Show older" }));
    await waitFor(() => expect(within(list).getAllByRole("listitem")).toHaveLength(121));
    const last = within(list).getAllByRole("listitem").slice(-2);
    expect(last[0]).toHaveTextContent("run of Mon, Nov 23, 2026");
    expect(last[1]).toHaveTextContent("version 1");
    expect(screen.queryByRole("button", { name: "Show older" })).not.toBeInTheDocument();
  });

  it("tells of a package only what the service says differs", () => {
    const changes = {
      promotionPackage: {
        from: { content: { en: { body: "…thirty" } } },
        to: { content: { en: { body: "…forty" } } },
      },
      audience: { from: { segments: ["a"] }, to: { segments: ["b"] } },
    };
    expect(changeLines(changes, "UTC").map(({ label, from, to }) => [label, from, to])).toEqual([
      ["Body (en)", "…thirty", "…forty"],
      ["Segments", "a", "b"],
    ]);
  });

  it("keeps the order of what happened in the same instant", () => {
    const at = "2026-11-23T08:00:00Z";
    const moments = timeline([], [action(at, "REQUEST", "a"), action(at, "STOP", "b")]);
    expect(moments.map(({ actor }) => actor)).toEqual(["b", "a"]);
  });

  it("tells of a text only the lines that changed", () => {
    expect(changedLines("a\nb\nc", "a\nX\nY\nc")).toEqual({ from: "b", to: "X\nY" });
    expect(changedLines("a\na", "a")).toEqual({ from: "a", to: "" });
    expect(changedLines("", "new")).toEqual({ from: "", to: "new" });
  });

  it("tells what has no value any more", () => {
    const lines = changeLines({ maxRate: { from: 5000, to: null }, dispatchTime: { from: "09:00:00" } }, "UTC");
    expect(lines.map(({ label, from, to }) => [label, from, to])).toEqual([
      ["Max rate", "5,000", "none"],
      ["Daily dispatch time", "09:00", "none"],
    ]);
  });
});
