import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import { listKey, type Pages } from "./cache";
import { type Filter, type MessagePage, merge } from "./merge";
import { fetchPage } from "./pages";

const RECOVER_MS = 10_000;

/** What has come since the list was loaded: the messages, and the newest page with them. */
type Arrived = { filter: Filter; messages: Message[]; newest: MessagePage };

/** A list being looked at. It changes in its place only; what is new waits until it is asked for. */
export function useMessageList(filter: Filter) {
  const { session, status } = useInbox();
  const { queries, changes } = session;
  const [came, setArrived] = useState<Arrived | null>(null);
  const arrived = came?.filter === filter ? came : null;
  const list = useInfiniteQuery(
    {
      queryKey: listKey(session, filter),
      queryFn: ({ pageParam, signal }) => fetchPage(session, filter, pageParam, signal),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (last: MessagePage) => last.nextCursor ?? undefined,
      enabled: status.someone === true && !status.forbidden,
      networkMode: "always",
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
      refetchInterval: ({ state }) => (state.status === "error" ? RECOVER_MS : false),
    },
    queries,
  );

  useEffect(() => {
    let over = false;
    const bring = (newest: MessagePage) => {
      const shown = queries.getQueryData<Pages>(listKey(session, filter));
      if (over || shown == null) {
        return;
      }
      const merged = merge(shown.pages, newest, filter);
      if (shown.pages.every(({ items }) => items.length === 0)) {
        // Nothing is there that could move.
        queries.setQueryData<Pages>(listKey(session, filter), onlyPage(newest));
        setArrived(null);
        return;
      }
      queries.setQueryData<Pages>(listKey(session, filter), { ...shown, pages: merged.pages });
      setArrived(merged.arrived.length > 0 ? { filter, messages: merged.arrived, newest } : null);
    };
    // When it fails there will be another change, at the latest when the service is back.
    const stop = changes.listen(() => void fetchPage(session, filter).then(bring, () => {}));
    return () => {
      over = true;
      stop();
    };
  }, [session, queries, changes, filter]);

  const messages = list.data?.pages.flatMap(({ items }) => items);
  return {
    list,
    messages,
    arrived,
    /** Shows what has arrived; what was shown may have been read since. */
    showArrived: () => {
      if (arrived != null) {
        const known = new Map(messages?.map((message) => [message.messageId, message]));
        const items = arrived.newest.items.map((message) => known.get(message.messageId) ?? message);
        queries.setQueryData<Pages>(listKey(session, filter), onlyPage({ ...arrived.newest, items }));
        setArrived(null);
      }
    },
  };
}

function onlyPage(newest: MessagePage): Pages {
  return { pages: [newest], pageParams: [undefined] };
}
