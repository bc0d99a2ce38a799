import { useQuery } from "@tanstack/react-query";
import type { UnreadCount } from "../../api/types";
import { useInbox } from "../InboxContext";
import { unreadQuery } from "./unreadQuery";

/** The badge as it is known; undefined: it is not yet. */
export function useUnread(): UnreadCount | undefined {
  const { session } = useInbox();
  return useQuery({ ...unreadQuery(session), enabled: false }, session.queries).data;
}
