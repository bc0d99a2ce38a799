import { ActionIcon, CloseButton } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import { Access } from "../list/Access";
import { MessageTabs } from "../list/MessageTabs";
import { unreadKey, unreadQuery } from "../live/unreadQuery";
import { MessageReader } from "../message/MessageReader";
import { useOpenMessage } from "../messages/useOpenMessage";
import { ToldNotice } from "../told/ToldNotice";
import classes from "./PanelContent.module.css";
import { SeeAll } from "./SeeAll";

/** The newest messages; where messages have no addresses of their own, the one that is opened, too. */
export function PanelContent({ titleId, onClose }: { titleId: string; onClose: () => void }) {
  const { texts, settings, session } = useInbox();
  const open = useOpenMessage();
  // The list is asked for as it is opened; a badge from before a run that is still under way would contradict it.
  useEffect(() => {
    if (session.queries.getQueryData(unreadKey(session)) != null) {
      void session.queries.prefetchQuery(unreadQuery(session));
    }
  }, [session]);
  const [openId, setOpenId] = useState<string | null>(null);
  const onOpen = (message: Message) => {
    open(message);
    if (settings.messageHref == null) {
      setOpenId(message.messageId);
    } else {
      onClose();
    }
  };
  return (
    <>
      <div className={classes.head}>
        {openId != null && (
          <ActionIcon variant="subtle" color="gray" size={44} aria-label={texts.back} onClick={() => setOpenId(null)}>
            <IconArrowLeft size={20} aria-hidden />
          </ActionIcon>
        )}
        <h2 id={titleId} tabIndex={-1} data-autofocus className={classes.title}>
          {texts.inbox}
        </h2>
        <CloseButton size={44} iconSize={20} aria-label={texts.close} onClick={onClose} />
      </div>
      <div className={classes.body}>
        <Access>
          {openId == null ? (
            <MessageTabs onOpen={onOpen} />
          ) : (
            <div className={classes.message}>
              <MessageReader key={openId} messageId={openId} focused />
            </div>
          )}
        </Access>
        <ToldNotice />
      </div>
      {settings.inboxHref != null && <SeeAll href={settings.inboxHref} onFollow={onClose} />}
    </>
  );
}
