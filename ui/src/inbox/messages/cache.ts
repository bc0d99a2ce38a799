import type { InfiniteData, QueryClient } from "@tanstack/react-query";
import type { Message, UnreadCount } from "../../api/types";
import { UNREAD_KEY } from "../live/unreadQuery";
import type { Filter, MessagePage } from "./merge";

/** A list as it is kept: its pages, and the cursor that each began at. */
export type Pages = InfiniteData<MessagePage, string | undefined>;

/** The keys of the session's cache. */
export const LISTS_KEY = ["messages"];
export const listKey = (filter: Filter) => [...LISTS_KEY, filter];
export const messageKey = (messageId: string) => ["message", messageId];

/** Changes a message wherever it is shown. */
export function changeMessage(queries: QueryClient, messageId: string, change: (message: Message) => Message) {
  const changed = (message: Message) => (message.messageId === messageId ? change(message) : message);
  queries.setQueriesData<Pages>(
    { queryKey: LISTS_KEY },
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(changed) })) },
  );
  queries.setQueryData<Message>(messageKey(messageId), (message) => message && change(message));
}

/** The message as it is known; undefined: it is not. */
export function knownMessage(queries: QueryClient, messageId: string): Message | undefined {
  const listed = queries
    .getQueriesData<Pages>({ queryKey: LISTS_KEY })
    .flatMap(([, list]) => list?.pages ?? [])
    .flatMap(({ items }) => items)
    .find((message) => message.messageId === messageId);
  return queries.getQueryData<Message>(messageKey(messageId)) ?? listed;
}

/** Changes the badge; beyond what the service counts up to nobody knows by how much. */
export function changeUnread(queries: QueryClient, by: number) {
  void queries.cancelQueries({ queryKey: UNREAD_KEY });
  queries.setQueryData<UnreadCount>(
    UNREAD_KEY,
    (unread) => unread && (unread.hasMore ? unread : { ...unread, count: Math.max(0, unread.count + by) }),
  );
}
