import { Button } from "@mantine/core";
import { IconCloudOff } from "@tabler/icons-react";
import { useInbox } from "../InboxContext";
import { InboxNotice } from "../told/InboxNotice";

/** Stands where messages could not be had; they are asked for again by themselves. */
export function ListFailed({ onRetry }: { onRetry: () => void }) {
  const { texts } = useInbox();
  return (
    <InboxNotice icon={<IconCloudOff size={28} />} title={texts.awayTitle} text={texts.away}>
      <Button variant="light" mih={44} onClick={onRetry}>
        {texts.tryAgain}
      </Button>
    </InboxNotice>
  );
}
