import type { Session } from "../session/session";
import type { Filter, MessagePage } from "./merge";

const PER_PAGE = 20;

/** Asks for a page of messages; without a cursor for the newest one. */
export async function fetchPage(
  session: Session,
  filter: Filter,
  cursor?: string,
  signal?: AbortSignal,
): Promise<MessagePage> {
  const { data } = await session.service.GET("/messages", {
    signal,
    params: { query: { limit: PER_PAGE, status: filter, cursor } },
  });
  const page = data ?? { items: [], hasMore: false };
  return { ...page, items: page.items.map((message) => asWanted(session, message)) };
}

/** An answer may be older than a mark that is under way. */
export function asWanted<Marked extends { messageId: string; read: boolean }>(
  session: Session,
  message: Marked,
): Marked {
  return { ...message, read: session.wanted.get(message.messageId) ?? message.read };
}
