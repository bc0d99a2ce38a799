import type { Message } from "../../api/types";

/** A page as the service answers it; upTo: what the inbox held then. */
export type MessagePage = { items: Message[]; hasMore: boolean; nextCursor?: string | null; upTo?: string | null };

/** What a list shows: all messages, or the unread ones. */
export type Filter = "all" | "unread";

/**
 * A list that is being looked at, brought up to date from its newest page without anything moving: what it shows changes in
 * its place, what is missing from it is handed back. Where a message belongs only the service's order says.
 */
export function merge(
  shown: MessagePage[],
  newest: MessagePage,
  filter: Filter,
): { pages: MessagePage[]; arrived: Message[] } {
  const fresh = new Map(newest.items.map((message) => [message.messageId, message]));
  const before = shown.flatMap(({ items }) => items);
  const known = new Set(before.map(({ messageId }) => messageId));
  const lastInBoth = newest.items.findLast(({ messageId }) => known.has(messageId))?.messageId;
  const reached = new Set(upTo(before, lastInBoth, newest.hasMore).map(({ messageId }) => messageId));
  const brought = (message: Message): Message => {
    // Among the newest unread ones no more, though it would be there: it has been read elsewhere.
    const gone = filter === "unread" && reached.has(message.messageId);
    return fresh.get(message.messageId) ?? (gone ? { ...message, read: true } : message);
  };
  // In place of unread ones that are gone, others follow that belong to pages still to be loaded.
  const others = filter === "unread" && shown.at(-1)?.hasMore === true && lastInBoth != null;
  return {
    pages: shown.map((page) => ({ ...page, items: page.items.map(brought) })),
    arrived: upTo(newest.items, lastInBoth, others).filter(({ messageId }) => !known.has(messageId)),
  };
}

/** The messages up to the one given, or all of them when they go no further than is known anyway. */
function upTo(messages: Message[], last: string | undefined, further: boolean): Message[] {
  return further ? messages.slice(0, messages.findIndex(({ messageId }) => messageId === last) + 1) : messages;
}
