import { IconMailOpened } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import type { Message } from "../../api/types";
import { useNarrow } from "../../theme/widths";
import { useInbox } from "../InboxContext";
import { Access } from "../list/Access";
import { MessageTabs } from "../list/MessageTabs";
import { MessageReader } from "../message/MessageReader";
import { useOpenMessage } from "../messages/useOpenMessage";
import { PromotionsSetting } from "../settings/PromotionsSetting";
import { InboxNotice } from "../told/InboxNotice";
import { ToldNotice } from "../told/ToldNotice";
import { BackToList } from "./BackToList";
import classes from "./PageContent.module.css";

/** The list, and beside it the message that is open; on phones one of the two. */
export function PageContent({ messageId }: { messageId?: string }) {
  const { texts, settings } = useInbox();
  const open = useOpenMessage();
  const [chosen, setChosen] = useState<string | null>(null);
  const openId = settings.messageHref == null ? chosen : (messageId ?? null);
  const narrow = useNarrow();
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(openId);
  const page = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (narrow && openId != null) {
      page.current?.scrollIntoView({ block: "start" });
    }
  }, [narrow, openId]);
  useEffect(() => {
    const left = before.current;
    before.current = openId;
    if (openId == null && left != null) {
      list.current?.querySelector<HTMLElement>(`[data-message="${CSS.escape(left)}"]`)?.focus();
    }
  }, [openId]);
  const onOpen = (message: Message) => {
    open(message);
    setChosen(message.messageId);
  };
  return (
    <div ref={page} className={classes.page} data-open={openId != null || undefined}>
      <h1 className={classes.title}>{texts.inbox}</h1>
      <Access>
        <div className={classes.columns}>
          <div ref={list} className={classes.list}>
            <MessageTabs onOpen={onOpen} openId={openId} />
          </div>
          <div className={classes.side}>
            <div className={classes.reader}>
              {openId == null ? (
                <InboxNotice icon={<IconMailOpened size={28} />} title={texts.pickTitle} text={texts.pick} />
              ) : (
                <>
                  <BackToList onBack={() => setChosen(null)} />
                  <MessageReader key={openId} messageId={openId} focused={narrow} />
                </>
              )}
            </div>
            <PromotionsSetting />
          </div>
        </div>
      </Access>
      <ToldNotice />
    </div>
  );
}
