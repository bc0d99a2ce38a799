import { Button } from "@mantine/core";
import { IconLock, IconUserCircle } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useInbox } from "../InboxContext";
import { InboxNotice } from "../told/InboxNotice";
import { Skeletons } from "./Skeletons";

/** Shows an inbox to whoever has one, and says kindly to anybody else why there is none. */
export function Access({ children }: { children: ReactNode }) {
  const { status, settings, texts } = useInbox();
  const { onSignIn } = settings;
  if (status.someone == null) {
    return <Skeletons />;
  }
  if (!status.someone) {
    return (
      <InboxNotice icon={<IconUserCircle size={28} />} title={texts.signInTitle} text={texts.signIn}>
        {onSignIn && (
          <Button mih={44} onClick={onSignIn}>
            {texts.logIn}
          </Button>
        )}
      </InboxNotice>
    );
  }
  if (status.forbidden) {
    return (
      <InboxNotice icon={<IconLock size={28} />} title={texts.noInboxTitle} text={texts.noInbox}>
        {onSignIn && (
          <Button mih={44} onClick={onSignIn}>
            {texts.otherLogin}
          </Button>
        )}
      </InboxNotice>
    );
  }
  return children;
}
