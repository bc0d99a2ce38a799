import { Skeleton, VisuallyHidden } from "@mantine/core";
import { IconMailX } from "@tabler/icons-react";
import { useInbox } from "../InboxContext";
import { ListFailed } from "../list/ListFailed";
import { useMessage } from "../messages/useMessage";
import { InboxNotice } from "../told/InboxNotice";
import classes from "./MessageReader.module.css";
import { MessageView } from "./MessageView";

/** One message, wherever the customer found it: in a list, or by its address alone. */
export function MessageReader({ messageId, focused }: { messageId: string; focused: boolean }) {
  const { texts } = useInbox();
  const { data, missing, isError, refetch } = useMessage(messageId);
  if (missing) {
    return <InboxNotice icon={<IconMailX size={28} />} title={texts.notFoundTitle} text={texts.notFound} />;
  }
  if (data != null) {
    return <MessageView message={data} focused={focused} />;
  }
  if (isError) {
    return <ListFailed onRetry={() => void refetch()} />;
  }
  return (
    <div role="status" className={classes.loading}>
      <VisuallyHidden>{texts.loading}</VisuallyHidden>
      <Skeleton height={26} width="70%" />
      <Skeleton height={12} mt={16} width="40%" />
      <Skeleton height={12} mt={32} />
      <Skeleton height={12} mt={12} width="85%" />
    </div>
  );
}
