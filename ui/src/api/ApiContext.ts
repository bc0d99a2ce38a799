import createQueryClient, { type OpenapiQueryClient } from "openapi-react-query";
import { createContext, useContext } from "react";
import type { paths as CalendarPaths } from "../../generated/calendar";
import type { paths as DispatchPaths } from "../../generated/dispatch";
import type { paths as InboxPaths } from "../../generated/inbox";
import type { Api } from "./clients";

export const ApiContext = createContext<Api | null>(null);

/** The services, called as whoever is signed in. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api == null) {
    throw new Error("no ApiContext above");
  }
  return api;
}

/**
 * The services as queries and mutations of the page's cache. A query's key is `[method, path, parameters]`, so everything
 * known of a path is told to be stale by `queryClient.invalidateQueries({ queryKey: ["get", "/runs"] })`. The service is no part of
 * the key: a path that several services have, `/outbox` above all, needs a key of its own.
 */
export type Services = {
  calendar: OpenapiQueryClient<CalendarPaths>;
  dispatch: OpenapiQueryClient<DispatchPaths>;
  inbox: OpenapiQueryClient<InboxPaths>;
};

const known = new WeakMap<Api, Services>();

/** See {@link Services}. */
export function useServices(): Services {
  const api = useApi();
  const services = known.get(api) ?? {
    calendar: createQueryClient(api.calendar),
    dispatch: createQueryClient(api.dispatch),
    inbox: createQueryClient(api.inbox),
  };
  known.set(api, services);
  return services;
}
