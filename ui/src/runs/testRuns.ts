import userEvent from "@testing-library/user-event";
import { HttpResponse, http } from "msw";
import type { PromoEvent, Run } from "../api/types";
import { server } from "../test/server";

/** Where the services are in tests. */
export const DISPATCH = "http://dispatch.test";
export const CALENDAR = "http://calendar.test";
export const INBOX = "http://inbox.test";

export const EVENT_ID = "00000000-0000-4000-8000-0000000000e1";

/** An event of five days, long over unless a test says otherwise. */
export function eventWith(changes: Partial<PromoEvent> = {}): PromoEvent {
  return {
    eventId: EVENT_ID,
    title: "Winter coats",
    description: "",
    promotionPackage: {
      kind: "MESSAGE",
      link: null,
      defaultLocale: "en",
      content: { en: { subject: "Coats", body: "Coats" } },
    },
    audience: { segments: [], countries: [], locales: [] },
    startDatetime: "2099-03-01T08:00:00Z",
    endDatetime: "2099-03-05T20:00:00Z",
    timeZone: "UTC",
    dispatchTime: "09:00:00",
    maxRate: null,
    status: "PUBLISHED",
    version: 2,
    createdBy: "admin",
    createdAt: "2099-02-01T00:00:00Z",
    updatedBy: "admin",
    updatedAt: "2099-02-01T00:00:00Z",
    ...changes,
  };
}

/** A run in the middle of being sent, unless a test says otherwise. */
export function runWith(changes: Partial<Run> = {}): Run {
  return {
    runId: "00000000-0000-4000-8000-0000000000a1",
    eventId: EVENT_ID,
    title: "Winter coats",
    dispatchDate: "2099-03-02",
    generation: 0,
    state: "RUNNING",
    desired: "RUNNING",
    reason: null,
    eventVersion: 2,
    audienceAt: "2099-03-02T09:00:00Z",
    dueAt: "2099-03-02T09:00:00Z",
    maxRate: null,
    attempt: 1,
    requestedBy: "trigger",
    requestedAt: "2099-03-02T09:00:00Z",
    startedAt: "2099-03-02T09:00:01Z",
    endedAt: null,
    eligible: 1_000,
    delivered: 400,
    inserted: 400,
    unsubscribed: 0,
    partitions: { total: 4, queued: 1, running: 1, done: 2, failed: 0 },
    chunksReplayed: 0,
    rateNow: 100,
    rateAverage: 90,
    etaSeconds: 6,
    workersAlive: 2,
    stalledSeconds: 0,
    ...changes,
  };
}

/** A day that went by unsent. */
export function missedRun(date: string, id: string): Run {
  return runWith({
    runId: id,
    dispatchDate: date,
    state: "MISSED",
    dueAt: `${date}T09:00:00Z`,
    attempt: 0,
    startedAt: null,
    endedAt: `${date}T23:00:00Z`,
    eligible: null,
    delivered: 0,
    inserted: 0,
    partitions: { total: 0, queued: 0, running: 0, done: 0, failed: 0 },
    rateNow: null,
    rateAverage: null,
    etaSeconds: null,
    stalledSeconds: null,
  });
}

/** The service lists these runs, by state where it is asked for one, and streams nothing of them. */
export function serveRuns(runs: () => Run[]): void {
  server.use(
    http.get(`${DISPATCH}/runs`, ({ request }) => {
      const state = new URL(request.url).searchParams.get("state");
      const items = runs().filter((run) => state == null || run.state === state);
      return HttpResponse.json({ items, nextCursor: null, hasMore: false });
    }),
    http.get(`${DISPATCH}/runs/:runId/progress`, () => new HttpResponse(null, { status: 404 })),
    http.get(`${DISPATCH}/runs/:runId`, ({ params }) => {
      const run = runs().find(({ runId }) => runId === params.runId);
      return run ? HttpResponse.json(run) : new HttpResponse(null, { status: 404 });
    }),
  );
}

/** The dates of the event, each due at nine. */
export function serveDates(dates: string[]): void {
  server.use(
    http.post(`${CALENDAR}/events/preview`, () =>
      HttpResponse.json({
        subject: "Coats",
        body: "Coats",
        link: null,
        dates: dates.map((date) => ({ date, dueAt: `${date}T09:00:00Z` })),
      }),
    ),
  );
}

/** Someone who is quick, and trusted to press only what can be pressed: looking that up takes most of a test's time. */
export function quickUser() {
  return userEvent.setup({ delay: null, pointerEventsCheck: 0 });
}
