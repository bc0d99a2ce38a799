import { useQuery } from "@tanstack/react-query";
import { useApi } from "../api/ApiContext";

const EVERY_MS = 20_000;
const FAILED = { query: { status: "FAILED" as const, limit: 100 } };

/** The services with an outbox; they are called the same in the clients. */
export const OUTBOXES = ["dispatch", "calendar", "inbox"] as const;
export type OutboxName = (typeof OUTBOXES)[number];

/** What is known of outboxes; one service's under the key with its name, as their paths are the same. */
export const OUTBOX_KEY = "failed-records";

/** The records of the services' outboxes that have failed. */
export function useFailedRecords() {
  const api = useApi();
  return {
    dispatch: useQuery({
      queryKey: [OUTBOX_KEY, "dispatch"],
      queryFn: async ({ signal }) => (await api.dispatch.GET("/outbox", { signal, params: FAILED })).data,
      refetchInterval: EVERY_MS,
    }),
    calendar: useQuery({
      queryKey: [OUTBOX_KEY, "calendar"],
      queryFn: async ({ signal }) => (await api.calendar.GET("/outbox", { signal, params: FAILED })).data,
      refetchInterval: EVERY_MS,
    }),
    inbox: useQuery({
      queryKey: [OUTBOX_KEY, "inbox"],
      queryFn: async ({ signal }) => (await api.inbox.GET("/outbox", { signal, params: FAILED })).data,
      refetchInterval: EVERY_MS,
    }),
  };
}
