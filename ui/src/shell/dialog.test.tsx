import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { describe, expect, it } from "vitest";
import { renderAs } from "../test/render";
import { ActionButton } from "./ActionButton";
import { Dialog } from "./Dialog";

/** A page with a dialog over which another can be opened. */
function Page() {
  const [open, setOpen] = useState(0);
  return (
    <>
      <ActionButton onClick={() => setOpen(1)}>Open one</ActionButton>
      {open > 0 && (
        <Dialog title="One" onClose={() => setOpen(0)}>
          <ActionButton onClick={() => setOpen(2)}>Open two</ActionButton>
        </Dialog>
      )}
      {open > 1 && (
        <Dialog title="Two" onClose={() => setOpen(1)}>
          Sure?
        </Dialog>
      )}
    </>
  );
}

describe("dialogs over each other", () => {
  it("are closed by Esc one at a time, and give the focus back", async () => {
    const user = userEvent.setup();
    renderAs([], <Page />);
    await user.click(screen.getByRole("button", { name: "Open one" }));
    await user.click(await screen.findByRole("button", { name: "Open two" }));
    expect(await screen.findByRole("dialog", { name: "Two" })).toBeVisible();
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByText("Sure?")).not.toBeInTheDocument());
    expect(screen.getByRole("dialog", { name: "One" })).toBeVisible();
    await waitFor(() => expect(screen.getByRole("button", { name: "Open two" })).toHaveFocus());
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await waitFor(() => expect(screen.getByRole("button", { name: "Open one" })).toHaveFocus());
  });
});
