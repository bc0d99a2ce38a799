import { Tabs } from "@mantine/core";
import { useState } from "react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import { listKey } from "../messages/cache";
import type { Filter } from "../messages/merge";
import { useMessageList } from "../messages/useMessageList";
import { ListHead } from "./ListHead";
import { MessageList } from "./MessageList";
import classes from "./MessageTabs.module.css";
import { StaleLine } from "./StaleLine";

/** The list with all that belongs to it; the popover and the page show the same. */
export function MessageTabs({ onOpen, openId }: { onOpen: (message: Message) => void; openId?: string | null }) {
  const { session } = useInbox();
  const [filter, setFilter] = useState<Filter>("all");
  const shown = useMessageList(filter);
  return (
    <Tabs
      value={filter}
      onChange={(value) => {
        const next = value === "unread" ? "unread" : "all";
        // Who comes back to a list wants it as it is now.
        void session.queries.invalidateQueries({ queryKey: listKey(session, next) });
        setFilter(next);
      }}
      keepMounted={false}
      className={classes.tabs}
    >
      <ListHead shown={shown} />
      <Tabs.Panel value={filter} className={classes.panel}>
        <StaleLine />
        <MessageList filter={filter} shown={shown} onOpen={onOpen} openId={openId} />
      </Tabs.Panel>
    </Tabs>
  );
}
