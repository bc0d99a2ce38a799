import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { runWith } from "../runs/testRuns";
import { dialogNamed, fill, openDrawer } from "./test/drawer";
import { anEvent, services } from "./test/events";

describe("leaving an event", () => {
  it("is no question while nothing was typed", async () => {
    services(anEvent());
    const { user, onClose } = openDrawer();
    await screen.findByRole("textbox", { name: "Title" });
    await user.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it("asks before what was typed is lost; Esc then only closes the question", async () => {
    services(anEvent());
    const { user, onClose } = openDrawer();
    await fill("Title", "Other");
    await user.keyboard("{Escape}");
    expect(await screen.findByText("Discard your changes?")).toBeVisible();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByText("Discard your changes?")).not.toBeInTheDocument());
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Other");
    await user.click(screen.getByRole("button", { name: "Close" }));
    await user.click(await screen.findByRole("button", { name: "Discard changes" }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it("asks before a copy takes the place of what was typed", async () => {
    const known = services(anEvent());
    const { user } = openDrawer();
    await fill("Title", "Other");
    await user.click(screen.getByRole("button", { name: "Duplicate" }));
    await user.click(await screen.findByRole("button", { name: "Keep editing" }));
    expect(known.sent).toEqual([]);
  });

  it("is not what Esc does in a question about the event's runs", async () => {
    const event = anEvent({ status: "PUBLISHED" });
    const known = services(event);
    const day = { dispatchDate: "2020-01-01", dueAt: "2020-01-01T08:00:00Z" };
    known.runs = [runWith({ ...day, eventId: event.eventId, state: "COMPLETED" })];
    const { user, onClose } = openDrawer({ tab: "runs" });
    const backfill = await screen.findByRole("button", { name: "Backfill…" });
    await user.click(backfill);
    await dialogNamed("Backfill days that went by");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByText("Backfill days that went by")).not.toBeInTheDocument());
    expect(onClose).not.toHaveBeenCalled();
    await waitFor(() => expect(backfill).toHaveFocus());
    await user.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
