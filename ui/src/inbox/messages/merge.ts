import type { Message } from "../../api/types";

/** A page as the service answers it. */
export type MessagePage = { items: Message[]; hasMore: boolean; nextCursor?: string | null };

/** What a list shows: all messages, or the unread ones. */
export type Filter = "all" | "unread";

/**
 * A list that is being looked at, brought up to date from its newest page without anything moving: what it shows changes in
 * its place, what is missing from it is handed back.
 */
export function merge(
  shown: MessagePage[],
  newest: MessagePage,
  filter: Filter,
): { pages: MessagePage[]; arrived: Message[] } {
  const fresh = new Map(newest.items.map((message) => [message.messageId, message]));
  const known = new Set(shown.flatMap(({ items }) => items.map(({ messageId }) => messageId)));
  const bottom = shown.at(-1);
  const lastShown = bottom?.hasMore ? bottom.items.at(-1) : undefined;
  const lastFresh = newest.hasMore ? newest.items.at(-1) : undefined;
  const brought = (message: Message): Message => {
    const now = fresh.get(message.messageId);
    if (now != null) {
      return now;
    }
    // Among the newest unread ones no more, though as new as they are: it has been read elsewhere.
    const gone = filter === "unread" && (lastFresh == null || isBefore(message, lastFresh));
    return gone ? { ...message, read: true } : message;
  };
  return {
    pages: shown.map((page) => ({ ...page, items: page.items.map(brought) })),
    // What belongs further down than the list reaches comes with the pages still to be loaded.
    arrived: newest.items.filter(
      (message) => !known.has(message.messageId) && (lastShown == null || isBefore(message, lastShown)),
    ),
  };
}

/** The service's order: newest date first, then by event. */
export function isBefore(one: Message, other: Message): boolean {
  return one.dispatchDate === other.dispatchDate ? one.eventId < other.eventId : one.dispatchDate > other.dispatchDate;
}
