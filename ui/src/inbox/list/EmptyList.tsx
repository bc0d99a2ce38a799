import { IconChecks, IconInbox } from "@tabler/icons-react";
import { useInbox } from "../InboxContext";
import type { Filter } from "../messages/merge";
import { InboxNotice } from "../told/InboxNotice";

/** A list without messages: none yet, or none unread. */
export function EmptyList({ filter }: { filter: Filter }) {
  const { texts } = useInbox();
  return filter === "all" ? (
    <InboxNotice icon={<IconInbox size={28} />} title={texts.emptyTitle} text={texts.empty} />
  ) : (
    <InboxNotice icon={<IconChecks size={28} />} title={texts.noUnreadTitle} text={texts.noUnread} />
  );
}
