import { screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { renderAs } from "../test/render";
import { RunFacts } from "./RunFacts";
import { RunProgress } from "./RunProgress";
import { RunStanding } from "./RunStanding";
import { StopDialog } from "./StopDialog";
import { quickUser, runWith } from "./testRuns";

const REPLAY = runWith({ generation: 1, delivered: 400, inserted: 0, chunksReplayed: 2 });
const replayed = (words: RegExp) => expect(screen.getByText(words)).toBeVisible();

describe("a replay of a day whose customers had the message", () => {
  it("has handled them and sent nothing", () => {
    const run = { ...REPLAY, state: "COMPLETED" as const, delivered: 1_000 };
    renderAs(["viewer"], <RunFacts run={run} zone="UTC" />);
    const fact = (name: string) => within(screen.getByText(name).parentElement as HTMLElement).getByRole("definition");
    expect(fact("Sent")).toHaveTextContent(/^0$/);
    expect(fact("Skipped")).toHaveTextContent("1,000");
    expect(fact("Progress")).toHaveTextContent("1,000 of 1,000 handled");
    expect(fact("Replayed chunks")).toHaveTextContent("2");
    expect(document.body).not.toHaveTextContent(/sent twice/);
  });

  it("says under way how many of the messages are new", () => {
    renderAs(["viewer"], <RunProgress run={REPLAY} readAt={0} live={false} />);
    expect(screen.getByText("400 handled").parentElement).toHaveTextContent("400 handled · 0 sent · 600 to go");
  });

  it("says when it was stopped that not all who are left lack the message", () => {
    renderAs(["viewer"], <RunStanding run={{ ...REPLAY, state: "STOPPED" }} />);
    replayed(/^600 customers were not handled; those who had the message already keep it and get nothing twice\.$/);
    expect(screen.queryByText(/have not got it/)).not.toBeInTheDocument();
  });

  it("says the same before it is stopped", async () => {
    renderAs(["operator"], <StopDialog run={REPLAY} opened onClose={() => {}} />);
    await screen.findByRole("dialog");
    replayed(/^Not handled: the remaining 600 customers of this day, unless you restart .* get nothing twice\.$/);
    await quickUser().keyboard("{Escape}");
  });
});
