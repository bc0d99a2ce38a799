import { screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { ProblemError } from "../api/problem";
import { renderAs } from "../test/render";
import { MayBeOld } from "./MayBeOld";

describe("what may be old", () => {
  it("is said to be so of a server that does not answer", () => {
    renderAs([], <MayBeOld error={new TypeError("Failed to fetch")} />);
    expect(screen.getByRole("status")).toHaveTextContent(
      /^The server does not answer.*may be old\..*recovers by itself/,
    );
  });

  it("is told in the service's words when it answers with a refusal", () => {
    renderAs([], <MayBeOld error={new ProblemError(403, { detail: "your roles do not allow this" })} />);
    const said = screen.getByRole("status");
    expect(said).toHaveTextContent("Your roles do not allow this. What you see may be old.");
    expect(said).not.toHaveTextContent("does not answer");
  });

  it("is not said while all is well", () => {
    renderAs([], <MayBeOld error={null} />);
    expect(screen.queryByRole("status")).not.toBeInTheDocument();
  });
});
