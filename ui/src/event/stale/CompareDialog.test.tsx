import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { PromoEvent } from "../../api/types";
import { dialogNamed, fill, openDrawer } from "../test/drawer";
import { anEvent, type Known, services } from "../test/events";

/** Somebody else saves meanwhile. */
function saved(known: Known, changes: Partial<PromoEvent>) {
  known.event = { ...anEvent(), ...changes, version: 2, updatedBy: "berta" };
}

describe("a stale edit", () => {
  it("shows both side by side, merges as chosen, and saves on the newer version", async () => {
    const known = services(anEvent());
    const { user } = openDrawer();
    await fill("Title", "Mine");
    await fill("Description", "Mine, too.");
    saved(known, { description: "Theirs.", maxRate: 500 });
    await user.click(screen.getByRole("button", { name: "Save draft" }));

    const dialog = await dialogNamed("Changed by two people");
    expect(within(dialog).getByText("Mine, too.")).toBeVisible();
    expect(within(dialog).getByText("Theirs.")).toBeVisible();
    expect(within(dialog).getByText(/only berta changed this/)).toBeVisible();
    expect(within(dialog).queryByText("Link")).not.toBeInTheDocument();
    await user.click(within(dialog).getByRole("radio", { name: "Description: Take theirs" }));
    await user.click(within(dialog).getByRole("button", { name: "Save on version 2" }));
    await waitFor(() => expect(known.event?.version).toBe(3));
    expect(known.event).toMatchObject({ title: "Mine", description: "Theirs.", maxRate: 500 });
    expect(known.sent.map(({ ifMatch }) => ifMatch)).toEqual(['"1"', '"2"']);
  });

  it("lets theirs be refused, and loses nothing when it is put off", async () => {
    const known = services(anEvent());
    const { user } = openDrawer();
    await fill("Title", "Mine");
    saved(known, { maxRate: 500 });
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    const dialog = await dialogNamed("Changed by two people");
    await user.click(within(dialog).getByRole("button", { name: "Back" }));
    expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Mine");

    await user.click(screen.getByRole("button", { name: "Save draft" }));
    const again = await dialogNamed("Changed by two people");
    await user.click(within(again).getByRole("button", { name: "Keep mine" }));
    await user.click(within(again).getByRole("button", { name: "Save on version 2" }));
    await waitFor(() => expect(known.event?.version).toBe(3));
    expect(known.event).toMatchObject({ title: "Mine", maxRate: null });
  });

  it("keeps what was typed as a new draft when the event was cancelled meanwhile", async () => {
    const known = services(anEvent({ status: "PUBLISHED" }));
    const { user, onOpen } = openDrawer();
    await fill("Title", "Mine");
    saved(known, { status: "CANCELLED" });
    await user.click(screen.getByRole("button", { name: "Save and republish" }));
    await user.click(await screen.findByRole("button", { name: "Back" }));
    await user.click(await screen.findByRole("button", { name: "Save mine as a new draft" }));
    await waitFor(() => expect(onOpen).toHaveBeenCalled());
    expect(known.sent.at(-1)).toMatchObject({ method: "POST", path: "/events", body: { title: "Mine" } });
  });
});
