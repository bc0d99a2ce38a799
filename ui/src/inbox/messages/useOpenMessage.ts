import { useCallback } from "react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import { useMarks } from "./useMarks";

/** Opens a message, which reads it. */
export function useOpenMessage() {
  const { session, settings } = useInbox();
  const { mark } = useMarks();
  const { onOpenMessage } = settings;
  return useCallback(
    (message: Message) => {
      session.opened = message.messageId;
      mark(message, true);
      onOpenMessage?.(message);
    },
    [session, mark, onOpenMessage],
  );
}
