import { queryOptions } from "@tanstack/react-query";
import type { UnreadCount } from "../../api/types";
import type { Session } from "../session/session";
import { differs } from "./tab";

/** The badge's key in the cache; hints are put there, too. */
export function unreadKey({ key }: Session) {
  return [key, "unread-count"];
}

/** Asks for the badge; lists are told when it is not what it was. */
export function unreadQuery(session: Session) {
  const { service, queries, changes } = session;
  const queryKey = unreadKey(session);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal }): Promise<UnreadCount> => {
      const { data } = await service.GET("/messages/unread-count", { signal });
      const unread = data ?? { count: 0, hasMore: false };
      const known = queries.getQueryData<UnreadCount>(queryKey);
      if (known != null && differs(known, unread)) {
        changes.tell(0);
      }
      return unread;
    },
    staleTime: 0,
  });
}
