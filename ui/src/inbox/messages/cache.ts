import type { InfiniteData } from "@tanstack/react-query";
import type { Message, UnreadCount } from "../../api/types";
import { unreadKey } from "../live/unreadQuery";
import type { Session } from "../session/session";
import type { Filter, MessagePage } from "./merge";

/** A list as it is kept: its pages, and the cursor that each began at. */
export type Pages = InfiniteData<MessagePage, string | undefined>;

export const listsKey = ({ key }: Session) => [key, "messages"];
export const listKey = (session: Session, filter: Filter) => [...listsKey(session), filter];
export const messageKey = ({ key }: Session, messageId: string) => [key, "message", messageId];

/** Changes a message wherever it is shown. */
export function changeMessage(session: Session, messageId: string, change: (message: Message) => Message) {
  const changed = (message: Message) => (message.messageId === messageId ? change(message) : message);
  session.queries.setQueriesData<Pages>(
    { queryKey: listsKey(session) },
    (list) => list && { ...list, pages: list.pages.map((page) => ({ ...page, items: page.items.map(changed) })) },
  );
  session.queries.setQueryData<Message>(messageKey(session, messageId), (message) => message && change(message));
}

/** The message as it is known; undefined: it is not. */
export function knownMessage(session: Session, messageId: string): Message | undefined {
  const listed = session.queries
    .getQueriesData<Pages>({ queryKey: listsKey(session) })
    .flatMap(([, list]) => list?.pages ?? [])
    .flatMap(({ items }) => items)
    .find((message) => message.messageId === messageId);
  return session.queries.getQueryData<Message>(messageKey(session, messageId)) ?? listed;
}

/** Changes the badge; beyond what the service counts up to nobody knows by how much. */
export function changeUnread(session: Session, by: number) {
  const queryKey = unreadKey(session);
  void session.queries.cancelQueries({ queryKey });
  session.queries.setQueryData<UnreadCount>(
    queryKey,
    (unread) => unread && (unread.hasMore ? unread : { ...unread, count: Math.max(0, unread.count + by) }),
  );
}
