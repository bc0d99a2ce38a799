import { queryOptions } from "@tanstack/react-query";
import type { UnreadCount } from "../../api/types";
import type { Session } from "../session/session";

/** The badge's key in the session's cache; hints are put there, too. */
export const UNREAD_KEY = ["unread-count"];

/** Asks for the badge; lists are told when it is not what it was. */
export function unreadQuery({ service, queries, changes }: Session) {
  return queryOptions({
    queryKey: UNREAD_KEY,
    queryFn: async ({ signal }): Promise<UnreadCount> => {
      const { data } = await service.GET("/messages/unread-count", { signal });
      const unread = data ?? { count: 0, hasMore: false };
      if (differs(queries.getQueryData<UnreadCount>(UNREAD_KEY), unread)) {
        changes.tell(0);
      }
      return unread;
    },
    staleTime: 0,
  });
}

/** Whether the count is another one than it was known to be. */
export function differs(known: UnreadCount | undefined, unread: UnreadCount): boolean {
  return known != null && (known.count !== unread.count || known.hasMore !== unread.hasMore);
}
