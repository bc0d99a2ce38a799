import { UnstyledButton, VisuallyHidden } from "@mantine/core";
import { IconInbox } from "@tabler/icons-react";
import { useId, useRef, useState } from "react";
import { useInbox } from "../InboxContext";
import { badgeText } from "../live/badgeText";
import { useUnread } from "../live/useUnread";
import classes from "./InboxButton.module.css";
import { usePanel } from "./usePanel";

/** The button with the badge, and what it opens. */
export function InboxButton() {
  const { texts } = useInbox();
  const [opened, setOpened] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const panelId = useId();
  const unread = useUnread();
  const badge = unread && badgeText(unread);
  const [failed, setFailed] = useState(false);
  const { Panel, need } = usePanel(() => {
    setOpened(false);
    setFailed(true);
  });
  return (
    <span className={classes.place}>
      <UnstyledButton
        ref={button}
        className={classes.button}
        aria-haspopup="dialog"
        aria-expanded={opened}
        aria-controls={opened ? panelId : undefined}
        onClick={() => {
          setFailed(false);
          need();
          setOpened(!opened);
        }}
      >
        <VisuallyHidden>{badge ? texts.badge(badge) : texts.badgeNone}</VisuallyHidden>
        <span className={classes.icon} aria-hidden>
          <IconInbox size={22} />
          {badge && <span className={classes.badge}>{badge}</span>}
        </span>
        <span className={classes.label} aria-hidden>
          {texts.inbox}
        </span>
      </UnstyledButton>
      <span role="alert" className={classes.failed}>
        {failed && texts.partFailed}
      </span>
      {opened && Panel != null && (
        <Panel
          id={panelId}
          button={button}
          onClose={(back) => {
            setOpened(false);
            if (back) {
              button.current?.focus();
            }
          }}
        />
      )}
    </span>
  );
}
