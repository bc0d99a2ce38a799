import { useMemo } from "react";
import type { Message, UnreadCount } from "../../api/types";
import type { InboxTexts } from "../../texts/inbox";
import { useInbox } from "../InboxContext";
import { unreadKey } from "../live/unreadQuery";
import type { Session } from "../session/session";
import { changeMessage, changeUnread, knownMessage, listsKey, type Pages } from "./cache";

/** Marks messages: at once for the eye, undone and told when the service will not have it. */
export function useMarks() {
  const { session, texts } = useInbox();
  return useMemo(
    () => ({
      mark: (message: Message, read: boolean) => mark(session, texts, message, read),
      markAllRead: (upTo: string) => markAllRead(session, texts, upTo),
    }),
    [session, texts],
  );
}

function mark(session: Session, texts: InboxTexts, message: Message, read: boolean) {
  const { service, wanted, told } = session;
  const { messageId } = message;
  const known = knownMessage(session, messageId) ?? message;
  if (known.read === read) {
    return;
  }
  const turn = (to: boolean) => {
    changeMessage(session, messageId, (one) => ({ ...one, read: to }));
    if (known.state === "LIVE") {
      changeUnread(session, to ? -1 : 1);
    }
  };
  wanted.set(messageId, read);
  turn(read);
  enqueue(session, async () => {
    const options = { params: { path: { messageId } } };
    try {
      const { data } = await (read
        ? service.PUT("/messages/{messageId}/read", options)
        : service.PUT("/messages/{messageId}/unread", options));
      if (wanted.get(messageId) === read && data != null) {
        changeMessage(session, messageId, () => data);
      }
    } catch {
      if (wanted.get(messageId) === read) {
        turn(!read);
      }
      told.tell(read ? texts.readFailed : texts.unreadFailed);
    }
    if (wanted.get(messageId) === read) {
      wanted.delete(messageId);
    }
  });
}

function markAllRead(session: Session, texts: InboxTexts, upTo: string) {
  const { queries, service, wanted, told } = session;
  const unreadBefore = queries.getQueryData<UnreadCount>(unreadKey(session));
  const lists = queries.getQueriesData<Pages>({ queryKey: listsKey(session) }).flatMap(([, list]) => list?.pages ?? []);
  const turned = new Map(
    lists
      .flatMap(({ items }) => items)
      .filter(({ read }) => !read)
      .map((message) => [message.messageId, message]),
  );
  const turn = (read: boolean) => {
    for (const messageId of turned.keys()) {
      changeMessage(session, messageId, (message) => ({ ...message, read }));
    }
  };
  for (const messageId of turned.keys()) {
    wanted.set(messageId, true);
  }
  turn(true);
  void queries.cancelQueries({ queryKey: unreadKey(session) });
  queries.setQueryData<UnreadCount>(unreadKey(session), { count: 0, hasMore: false });
  enqueue(session, async () => {
    try {
      await service.POST("/messages/read-all", { body: { upTo } });
    } catch {
      turn(false);
      queries.setQueryData(unreadKey(session), unreadBefore);
      told.tell(texts.readAllFailed);
    }
    for (const messageId of turned.keys()) {
      wanted.delete(messageId);
    }
  });
}

/** Sends a mark after all before it; how the badge stands afterwards the service tells, asked or by a hint. */
function enqueue(session: Session, send: () => Promise<void>) {
  session.marks = session.marks
    .then(send)
    .then(() => session.queries.invalidateQueries({ queryKey: unreadKey(session) }, { cancelRefetch: true }))
    .catch(() => {});
}
