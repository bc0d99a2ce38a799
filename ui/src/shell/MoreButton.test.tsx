import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useRef, useState } from "react";
import { describe, expect, it } from "vitest";
import { renderAs } from "../test/render";
import { MoreButton } from "./MoreButton";

/** Seven rows, three at a time; each more of them only once they are there. */
function Numbers({ loaded }: { loaded: Promise<void> }) {
  const list = useRef<HTMLUListElement>(null);
  const [shown, setShown] = useState(3);
  const [busy, setBusy] = useState(false);
  const more = async () => {
    setBusy(true);
    await loaded;
    setBusy(false);
    setShown(shown + 3);
  };
  return (
    <>
      <ul ref={list}>
        {[1, 2, 3, 4, 5, 6, 7].slice(0, shown).map((number) => (
          <li key={number}>{number}</li>
        ))}
      </ul>
      <MoreButton list={list} more={shown < 7} busy={busy} onMore={() => void more()}>
        More
      </MoreButton>
      <button type="button">Elsewhere</button>
    </>
  );
}

describe("a button for more", () => {
  it("keeps the focus until its last use, and then hands it to the first new row", async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    renderAs([], <Numbers loaded={Promise.resolve()} />);
    await user.click(screen.getByRole("button", { name: "More" }));
    expect(await screen.findByText("6")).toBeVisible();
    expect(screen.getByRole("button", { name: "More" })).toHaveFocus();
    await user.keyboard("{Enter}");
    await waitFor(() => expect(screen.getByText("7")).toHaveFocus());
    expect(screen.queryByRole("button", { name: "More" })).not.toBeInTheDocument();
  });

  it("does not fetch back whoever has gone elsewhere", async () => {
    const user = userEvent.setup({ delay: null, pointerEventsCheck: 0 });
    let arrive = () => {};
    const loaded = new Promise<void>((done) => {
      arrive = done;
    });
    renderAs([], <Numbers loaded={loaded} />);
    await user.click(screen.getByRole("button", { name: "More" }));
    await user.click(screen.getByRole("button", { name: "More" }));
    arrive();
    await screen.findByText("6");
    await user.click(screen.getByRole("button", { name: "More" }));
    screen.getByRole("button", { name: "Elsewhere" }).focus();
    await screen.findByText("7");
    expect(screen.getByRole("button", { name: "Elsewhere" })).toHaveFocus();
  });
});
