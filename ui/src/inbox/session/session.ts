import type { QueryClient } from "@tanstack/react-query";
import type { Client } from "openapi-fetch";
import type { paths as InboxPaths } from "../../../generated/inbox";
import { absolute, serviceClient, type TokenSource } from "../../api/clients";
import { listen, type StreamListener } from "../../api/stream";
import { type Changes, createChanges } from "../live/changes";
import { createTold, type Told } from "../told/told";

/** Everything that belongs to one customer; the next one gets a new one. */
export type Session = {
  /** What its keys in the cache begin with. */
  key: string;
  service: Client<InboxPaths>;
  /** Opens the live stream and returns what ends it. */
  stream(listener: StreamListener): () => void;
  /** What tabs of the same customer call each other by; null: they cannot be told from another's. */
  sharedName: string | null;
  /** The same for all customers, for a component cannot change it. */
  queries: QueryClient;
  changes: Changes;
  told: Told;
  /** What messages are to be while the service is still being told so: read or not. */
  wanted: Map<string, boolean>;
  /** Ends once all marks have been sent. They are sent one after another, so that the last one asked for stands. */
  marks: Promise<void>;
  /** The message that is open. */
  opened: string | null;
};

/** @param subject whom the token names; empty: it does not say */
export function createSession(apiUrl: string, tokens: TokenSource, subject: string, queries: QueryClient): Session {
  const url = absolute(apiUrl);
  return {
    key: `${url} ${subject}`,
    service: serviceClient<InboxPaths>(apiUrl, tokens),
    stream: (listener) => listen(`${url}/messages/stream`, tokens, listener),
    sharedName: subject === "" ? null : `promo-inbox ${url} ${subject}`,
    queries,
    changes: createChanges(),
    told: createTold(),
    wanted: new Map(),
    marks: Promise.resolve(),
    opened: null,
  };
}
