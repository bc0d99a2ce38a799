import { UnstyledButton } from "@mantine/core";
import type { ReactNode } from "react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import { isPlain } from "../scope/follow";

/** Opens a message: a link where messages have addresses, so that it can be copied and opened in another tab; else a button. */
export function Opener({
  message,
  onOpen,
  current,
  className,
  children,
}: {
  message: Message;
  onOpen: (message: Message) => void;
  current: boolean;
  className: string | undefined;
  children: ReactNode;
}) {
  const { messageHref, onNavigate } = useInbox().settings;
  const common = { className, "data-message": message.messageId, "aria-current": current || undefined, children };
  if (messageHref == null) {
    return <UnstyledButton {...common} onClick={() => onOpen(message)} />;
  }
  const href = messageHref(message.messageId);
  return (
    <a
      {...common}
      href={href}
      onClick={(event) => {
        if (isPlain(event)) {
          onOpen(message);
          if (onNavigate != null) {
            event.preventDefault();
            onNavigate(href);
          }
        }
      }}
    />
  );
}
