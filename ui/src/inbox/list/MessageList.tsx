import { Button } from "@mantine/core";
import { IconArrowUp } from "@tabler/icons-react";
import { useRef } from "react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import type { Filter } from "../messages/merge";
import type { useMessageList } from "../messages/useMessageList";
import { EmptyList } from "./EmptyList";
import { ListFailed } from "./ListFailed";
import { LoadMore } from "./LoadMore";
import { MessageItem } from "./MessageItem";
import classes from "./MessageList.module.css";
import { Skeletons } from "./Skeletons";

/** Messages, newest first. What arrives while they are looked at waits behind a button, so that nothing jumps. */
export function MessageList({
  filter,
  shown,
  onOpen,
  openId,
}: {
  filter: Filter;
  shown: ReturnType<typeof useMessageList>;
  onOpen: (message: Message) => void;
  openId?: string | null;
}) {
  const { texts } = useInbox();
  const { list, messages, arrived, showArrived } = shown;
  const top = useRef<HTMLUListElement>(null);
  if (messages == null) {
    return list.isError ? <ListFailed onRetry={() => void list.refetch()} /> : <Skeletons />;
  }
  if (messages.length === 0) {
    return <EmptyList filter={filter} />;
  }
  const count = arrived?.messages.length ?? 0;
  return (
    <div className={classes.list}>
      <div role="status" className={classes.pillPlace}>
        {count > 0 && (
          <Button
            size="compact-md"
            radius="xl"
            className={classes.pill}
            leftSection={<IconArrowUp size={16} aria-hidden />}
            aria-label={`${texts.arrived(count, isAll(arrived))}. ${texts.showArrived(count)}`}
            onClick={() => {
              showArrived();
              top.current?.focus();
              top.current?.scrollIntoView({ block: "nearest" });
            }}
          >
            {texts.arrived(count, isAll(arrived))}
          </Button>
        )}
      </div>
      <ul ref={top} tabIndex={-1} aria-label={texts.messages} className={classes.items}>
        {messages.map((message) => (
          <MessageItem
            key={message.messageId}
            message={message}
            onOpen={onOpen}
            current={message.messageId === openId}
          />
        ))}
      </ul>
      <LoadMore list={list} items={top} />
    </div>
  );
}

/** Whether the whole newest page is new, and so perhaps more than that. */
function isAll(arrived: ReturnType<typeof useMessageList>["arrived"]): boolean {
  return arrived?.newest.hasMore === true && arrived.messages.length === arrived.newest.items.length;
}
