import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { useState } from "react";
import { expect, it, vi } from "vitest";
import { usePart } from "./usePart";

const Part = () => <p>Here it is</p>;
const load = vi.fn(async () => Part);

function Page() {
  const [Loaded, need] = usePart(load);
  const [failed, setFailed] = useState(false);
  return (
    <>
      <button type="button" onClick={() => need().catch(() => setFailed(true))}>
        Open
      </button>
      {failed && <p>Not now</p>}
      {Loaded && <Loaded />}
    </>
  );
}

it("can be had later after it could not be had", async () => {
  for (let tries = 0; tries < 3; tries++) {
    load.mockRejectedValueOnce(new TypeError("Failed to fetch"));
  }
  render(<Page />);
  await userEvent.click(screen.getByText("Open"));
  await screen.findByText("Not now", undefined, { timeout: 10_000 });
  await userEvent.click(screen.getByText("Open"));
  expect(await screen.findByText("Here it is")).toBeInTheDocument();
});
