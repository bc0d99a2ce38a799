import { describe, expect, it } from "vitest";
import type { Run, RunState } from "../api/types";
import { daysOf } from "./eventDays";
import { backfillRefusal, offersOf } from "./runRules";
import { sharesOf, skippedOf } from "./runShares";
import { eventWith, missedRun, runWith } from "./testRuns";

const STATES: RunState[] = ["DUE", "RUNNING", "PAUSED", "STOPPED", "FAILED", "COMPLETED", "MISSED", "CANCELLED"];
const DESIRED: Run["desired"][] = ["RUNNING", "PAUSED", "STOPPED", "CANCELLED"];

/** Small pseudo-random numbers, the same in each run. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

const offered = (changes: Partial<Run>, status = eventWith().status) =>
  offersOf(runWith(changes), eventWith({ status })).map(({ command, refused }) => (refused ? `(${command})` : command));

describe("what can be done with a run", () => {
  it("follows its state", () => {
    expect(offered({ state: "RUNNING" })).toEqual(["pause", "stop"]);
    expect(offered({ state: "DUE" })).toEqual(["pause", "stop"]);
    expect(offered({ state: "PAUSED", desired: "PAUSED" })).toEqual(["resume", "stop"]);
    expect(offered({ state: "STOPPED", desired: "STOPPED" })).toEqual(["restart"]);
    expect(offered({ state: "FAILED" })).toEqual(["restart"]);
    for (const state of ["COMPLETED", "MISSED", "CANCELLED"] as const) {
      expect(offered({ state })).toEqual([]);
    }
  });

  it("heeds what was asked for already", () => {
    expect(offered({ state: "RUNNING", desired: "PAUSED" })).toEqual(["resume", "stop"]);
    expect(offered({ state: "RUNNING", desired: "STOPPED" })).toEqual(["(stop)"]);
    expect(offered({ state: "RUNNING", desired: "CANCELLED" })).toEqual(["(stop)"]);
  });

  it("is no restart once the event is cancelled", () => {
    expect(offered({ state: "STOPPED" }, "CANCELLED")).toEqual(["(restart)"]);
  });

  it("is a backfill only of events that are or were published", () => {
    expect(backfillRefusal(eventWith({ status: "PUBLISHED" }), true)).toBeNull();
    expect(backfillRefusal(eventWith({ status: "EXPIRED" }), true)).toBeNull();
    expect(backfillRefusal(eventWith({ status: "PUBLISHED" }), false)).toMatch(/No day/);
    expect(backfillRefusal(eventWith({ status: "DRAFT" }), true)).toMatch(/draft/);
    expect(backfillRefusal(eventWith({ status: "CANCELLED" }), true)).toMatch(/cancelled/);
  });
});

describe("a run's shares", () => {
  it("are none below zero and together all, whatever the counts", () => {
    const roll = dice(7);
    for (const state of STATES) {
      for (const desired of DESIRED) {
        for (let round = 0; round < 30; round++) {
          const [queued, running, done, failed, delivered] = [1, 1, 1, 1, 400].map((most) => {
            return roll(most * 5);
          }) as [number, number, number, number, number];
          const partitions = { total: queued + running + done + failed, queued, running, done, failed };
          const eligible = [null, 0, 1_000][round % 3] ?? null;
          const shares = sharesOf(runWith({ state, desired, partitions, eligible, delivered }));
          expect(shares.done + shares.failed + shares.remaining).toBeCloseTo(1);
          expect(Math.min(shares.done, shares.failed, shares.remaining)).toBeGreaterThanOrEqual(-1e-9);
        }
      }
    }
  });

  it("are all done once it is sent, though fewer than counted got it", () => {
    expect(sharesOf(runWith({ state: "COMPLETED", delivered: 990 })).done).toBe(1);
    expect(skippedOf(runWith({ delivered: 990, inserted: 900 }))).toBe(90);
  });
});

describe("an event's days", () => {
  const due = (date: string) => ({ date, dueAt: `${date}T09:00:00Z` });
  const at = (instant: string) => new Date(instant).getTime();

  it("are its dates, those that have come latest first, each with its latest run", () => {
    const first = runWith({ runId: "first", dispatchDate: "2099-03-02", state: "COMPLETED" });
    const again = runWith({ runId: "again", dispatchDate: "2099-03-02", generation: 1 });
    const dates = ["2099-03-01", "2099-03-02", "2099-03-03", "2099-03-04"].map(due);
    const days = daysOf(dates, [again, missedRun("2099-03-01", "missed"), first], at("2099-03-03T12:00:00Z"));
    expect(days.past.map(({ date, run }) => [date, run?.runId])).toEqual([
      ["2099-03-03", undefined],
      ["2099-03-02", "again"],
      ["2099-03-01", "missed"],
    ]);
    expect(days.past[1]?.earlier).toEqual([first]);
    expect(days.coming.map(({ date }) => date)).toEqual(["2099-03-04"]);
  });

  it("keep runs of dates that are no more", () => {
    const days = daysOf([], [missedRun("2099-03-01", "missed")], at("2099-03-03T12:00:00Z"));
    expect(days.past.map(({ date }) => date)).toEqual(["2099-03-01"]);
  });
});
