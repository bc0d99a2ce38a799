import { useQueryClient } from "@tanstack/react-query";
import { useMemo } from "react";
import { useApi, useServices } from "../api/ApiContext";
import { staleEvents } from "../api/staleEvents";
import type { EventDraft, PromoEvent } from "../api/types";

type Version = Pick<PromoEvent, "eventId" | "version">;

/** A key for one thing to be done once, however often it is asked for. */
export function newKey(): string {
  return crypto.randomUUID();
}

/** What can be done with events. After each the page's cache knows the event as it is now, and what else is to be asked again. */
export function useEventCommands() {
  const { calendar } = useApi();
  const services = useServices();
  const queries = useQueryClient();
  return useMemo(() => {
    const stale = () => staleEvents(queries);
    const query = (eventId: string) =>
      services.calendar.queryOptions("get", "/events/{eventId}", { params: { path: { eventId } } });
    const done = async (asked: Promise<{ data?: PromoEvent }>): Promise<PromoEvent> => {
      const event = answered((await asked).data);
      queries.setQueryData(query(event.eventId).queryKey, event);
      stale();
      return event;
    };
    const ifMatch = (version: number) => ({ "If-Match": `"${version}"` });
    const step = (path: "/events/{eventId}/publish" | "/events/{eventId}/cancel", event: Version, key: string) =>
      done(
        calendar.POST(path, {
          params: {
            path: { eventId: event.eventId },
            header: { ...ifMatch(event.version), "Idempotency-Key": key },
          },
        }),
      );
    return {
      create: (body: EventDraft, key: string) =>
        done(calendar.POST("/events", { body, params: { header: { "Idempotency-Key": key } } })),
      /** Refused as `needs-confirmation` where it changes dates as somebody should see first, unless confirmed. */
      save: ({ eventId, version }: Version, body: EventDraft, confirmed = false) =>
        done(
          calendar.PUT("/events/{eventId}", {
            body,
            params: {
              path: { eventId },
              header: ifMatch(version),
              ...(confirmed ? { query: { confirm: true } } : {}),
            },
          }),
        ),
      copy: (eventId: string, key: string) =>
        done(
          calendar.POST("/events/{eventId}/copy", {
            params: { path: { eventId }, header: { "Idempotency-Key": key } },
          }),
        ),
      publish: (event: Version, key: string) => step("/events/{eventId}/publish", event, key),
      cancel: (event: Version, key: string) => step("/events/{eventId}/cancel", event, key),
      /** Refused as publishing would be; nothing changes. */
      mayPublish: ({ eventId, version }: Version) =>
        calendar.POST("/events/{eventId}/publish", {
          params: { path: { eventId }, query: { dryRun: true }, header: ifMatch(version) },
        }),
      remove: async ({ eventId, version }: Version) => {
        await calendar.DELETE("/events/{eventId}", { params: { path: { eventId }, header: ifMatch(version) } });
        queries.removeQueries({ queryKey: query(eventId).queryKey });
        stale();
      },
      /** The event as it is now, whatever the cache says. */
      fetch: (eventId: string) => queries.fetchQuery({ ...query(eventId), staleTime: 0 }),
    };
  }, [calendar, services, queries]);
}

function answered<T>(data: T | undefined): T {
  if (data === undefined) {
    throw new Error("the service answered nothing");
  }
  return data;
}
