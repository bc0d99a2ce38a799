import { QueryClient } from "@tanstack/react-query";
import { expect, it } from "vitest";
import { staleEvents } from "./staleEvents";

it("what is known of events, their histories and runs is asked for anew after a change, and nothing else", () => {
  const cache = new QueryClient();
  const ofEvents = [
    ["get", "/events/calendar", { params: { query: { from: "a", to: "b" } } }],
    ...["one", "other"].flatMap((eventId) => [
      ["get", "/events/{eventId}", { params: { path: { eventId } } }],
      ["get", "/events/{eventId}/history", { params: { path: { eventId } } }],
    ]),
    ["get", "/runs", {}],
  ];
  const others = [
    ["get", "/users"],
    ["get", "/admin/analytics"],
  ];
  for (const key of [...ofEvents, ...others]) {
    cache.setQueryData(key, {});
  }
  staleEvents(cache);
  const stale = (key: unknown[]) => cache.getQueryState(key)?.isInvalidated;
  expect(ofEvents.map(stale)).toEqual(ofEvents.map(() => true));
  expect(others.map(stale)).toEqual(others.map(() => false));
});
