import { Button, VisuallyHidden } from "@mantine/core";
import { IconExternalLink, IconMail, IconMailOpened } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import { Marks } from "../list/Marks";
import { fullWhen } from "../list/when";
import { safeLink } from "../messages/link";
import { useMarks } from "../messages/useMarks";
import classes from "./MessageView.module.css";

/** A message in full. Its text is text: nothing in it is markup. */
export function MessageView({ message, focused }: { message: Message; focused: boolean }) {
  const { texts, locale } = useInbox();
  const { mark } = useMarks();
  const heading = useRef<HTMLHeadingElement>(null);
  const link = safeLink(message.link);
  const over = message.state !== "LIVE";
  useEffect(() => {
    if (focused) {
      // The page scrolls by itself to where the message begins.
      heading.current?.focus({ preventScroll: true });
    }
  }, [focused]);
  return (
    <article className={classes.message} data-over={over || undefined} aria-label={message.subject}>
      <h2 ref={heading} tabIndex={-1} className={classes.subject} dir="auto">
        {message.subject}
      </h2>
      <p className={classes.about}>
        <time dateTime={message.createdAt}>{fullWhen(message.createdAt, locale)}</time>
        <Marks message={message} />
      </p>
      {over && <p className={classes.hint}>{message.state === "ENDED" ? texts.endedHint : texts.cancelledHint}</p>}
      {message.test && <p className={classes.hint}>{texts.testHint}</p>}
      <p className={classes.body} dir="auto">
        {message.body}
      </p>
      <div className={classes.actions}>
        {link && (
          <Button
            component="a"
            href={link.href}
            target="_blank"
            rel="noopener noreferrer"
            variant={over ? "default" : "filled"}
            mih={44}
            maw="100%"
            rightSection={<IconExternalLink size={16} aria-hidden />}
          >
            {texts.open(link.host)}
            <VisuallyHidden> {texts.newTab}</VisuallyHidden>
          </Button>
        )}
        {!over && (
          <Button
            variant="default"
            mih={44}
            leftSection={message.read ? <IconMail size={16} aria-hidden /> : <IconMailOpened size={16} aria-hidden />}
            onClick={() => mark(message, !message.read)}
          >
            {message.read ? texts.markUnread : texts.markRead}
          </Button>
        )}
      </div>
    </article>
  );
}
