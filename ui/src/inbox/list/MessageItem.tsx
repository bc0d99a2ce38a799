import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { IconMail, IconMailOpened } from "@tabler/icons-react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import { useMarks } from "../messages/useMarks";
import { Marks } from "./Marks";
import classes from "./MessageItem.module.css";
import { Opener } from "./Opener";
import { fullWhen, shortWhen } from "./when";

/** A message in a list: what it says in short, whether it is unread, and a way to change that without opening it. */
export function MessageItem({
  message,
  onOpen,
  current,
}: {
  message: Message;
  onOpen: (message: Message) => void;
  current: boolean;
}) {
  const { texts, locale } = useInbox();
  const { mark } = useMarks();
  const live = message.state === "LIVE";
  const unread = live && !message.read;
  const toggle = `${message.read ? texts.markUnread : texts.markRead}: ${message.subject}`;
  return (
    <li className={classes.item} data-unread={unread || undefined} data-over={!live || undefined}>
      <Opener message={message} onOpen={onOpen} current={current} className={classes.open}>
        <span className={classes.dot} aria-hidden />
        <span className={classes.head}>
          {unread && <VisuallyHidden>{texts.unreadMark} </VisuallyHidden>}
          <span className={classes.subject} dir="auto">
            {message.subject}
          </span>
          <Marks message={message} />
          <time className={classes.when} dateTime={message.createdAt} title={fullWhen(message.createdAt, locale)}>
            {shortWhen(message.createdAt, locale)}
          </time>
        </span>
        <span className={classes.excerpt} dir="auto">
          {message.body}
        </span>
      </Opener>
      {live && (
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.toggle}
          aria-label={toggle}
          title={message.read ? texts.markUnread : texts.markRead}
          onClick={() => mark(message, !message.read)}
        >
          {message.read ? <IconMail size={18} aria-hidden /> : <IconMailOpened size={18} aria-hidden />}
        </ActionIcon>
      )}
    </li>
  );
}
