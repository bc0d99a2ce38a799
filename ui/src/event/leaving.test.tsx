import { screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { fill, openDrawer } from "./test/drawer";
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
});
