import { Button, Tabs } from "@mantine/core";
import { IconChecks } from "@tabler/icons-react";
import { useInbox } from "../InboxContext";
import { badgeText } from "../live/badgeText";
import { useUnread } from "../live/useUnread";
import type { Filter } from "../messages/merge";
import { useMarks } from "../messages/useMarks";
import type { useMessageList } from "../messages/useMessageList";
import classes from "./ListHead.module.css";

/** Chooses between all messages and the unread ones, and marks all read. Stands inside Tabs. */
export function ListHead({ shown }: { shown: ReturnType<typeof useMessageList> }) {
  const { texts } = useInbox();
  const { markAllRead } = useMarks();
  const unread = useUnread();
  const badge = unread && badgeText(unread);
  // Of what is shown; what has arrived and waits behind its button was not seen.
  const upTo = shown.list.data?.pages[0]?.upTo;
  const nothing = upTo == null || (!badge && shown.messages?.every(({ read }) => read));
  return (
    <div className={classes.head}>
      <Tabs.List className={classes.tabs} aria-label={texts.show}>
        <Tabs.Tab value={"all" satisfies Filter} className={classes.tab}>
          {texts.all}
        </Tabs.Tab>
        <Tabs.Tab value={"unread" satisfies Filter} className={classes.tab}>
          {texts.unread}
          {badge && <span className={classes.count}>{badge}</span>}
        </Tabs.Tab>
      </Tabs.List>
      <Button
        variant="subtle"
        size="compact-sm"
        className={classes.all}
        leftSection={<IconChecks size={16} aria-hidden />}
        aria-disabled={nothing || undefined}
        data-disabled={nothing || undefined}
        onClick={() => {
          if (upTo != null && !nothing) {
            markAllRead(upTo);
          }
        }}
      >
        {texts.markAllRead}
      </Button>
    </div>
  );
}
