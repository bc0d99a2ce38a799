import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { paths as CalendarPaths } from "../../generated/calendar";
import type { paths as DispatchPaths } from "../../generated/dispatch";
import type { paths as InboxPaths } from "../../generated/inbox";
import type { UiConfig } from "../config/config";
import { ProblemError } from "./problem";
import { listen, type StreamListener } from "./stream";

/** Gives the access token to send; asked anew with each request. Null: nobody is signed in. */
export type TokenSource = {
  /** The present token, refreshed first when it has ended or is about to. */
  token(): Promise<string | null>;
  /** A token newer than the one just refused. */
  refreshed(): Promise<string | null>;
};

/** The services, each typed by the OpenAPI document it serves. Whatever is not a success is thrown: a {@link ProblemError}. */
export type Api = {
  calendar: Client<CalendarPaths>;
  dispatch: Client<DispatchPaths>;
  inbox: Client<InboxPaths>;
  /** The tokens they are called with, for parts with a client of their own. */
  tokens: TokenSource;
  /**
   * Listens to a service's server-sent events; see {@link listen}.
   *
   * @returns ends the listening
   */
  listen(service: "dispatch" | "inbox", path: string, listener: StreamListener): () => void;
};

/** Makes the services' clients. */
export function createApi(config: UiConfig, tokens: TokenSource): Api {
  return {
    calendar: serviceClient<CalendarPaths>(config.calendarUrl, tokens),
    dispatch: serviceClient<DispatchPaths>(config.dispatchUrl, tokens),
    inbox: serviceClient<InboxPaths>(config.inboxUrl, tokens),
    tokens,
    listen: (service, path, listener) =>
      listen(absolute(service === "inbox" ? config.inboxUrl : config.dispatchUrl) + path, tokens, listener),
  };
}

/** A client of one service at a base URL; empty or a path: on the page's own origin. */
export function serviceClient<Paths extends object>(baseUrl: string, tokens: TokenSource): Client<Paths> {
  const client = createClient<Paths>({
    baseUrl: absolute(baseUrl),
    fetch: (request) => authorizedFetch(request, tokens),
  });
  client.use(problems);
  return client as Client<Paths>;
}

/** A base URL with its origin, which is the page's own when it names none. */
export function absolute(baseUrl: string): string {
  return new URL(baseUrl, window.location.origin).href.replace(/\/$/, "");
}

/** Sends a request with the token, once more with a newer one when it is refused as ended. */
export async function authorizedFetch(request: Request, tokens: TokenSource): Promise<Response> {
  const again = request.clone();
  const response = await fetch(withToken(request, await tokens.token()));
  if (response.status !== 401) {
    return response;
  }
  const newer = await tokens.refreshed();
  return newer == null ? response : fetch(withToken(again, newer));
}

function withToken(request: Request, token: string | null): Request {
  if (token != null) {
    request.headers.set("Authorization", `Bearer ${token}`);
  }
  return request;
}

const problems: Middleware = {
  async onResponse({ response }) {
    if (!response.ok) {
      throw await ProblemError.of(response);
    }
    return response;
  },
};
