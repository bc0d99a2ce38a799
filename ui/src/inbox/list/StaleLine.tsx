import { useNetwork } from "@mantine/hooks";
import { IconCloudOff } from "@tabler/icons-react";
import { useInbox } from "../InboxContext";
import classes from "./StaleLine.module.css";

/** Says above the messages that they may be old; gone by itself as soon as the service is back. */
export function StaleLine() {
  const { status, texts } = useInbox();
  const { online } = useNetwork();
  return (
    <div role="status">
      {(!online || status.away) && (
        <p className={classes.line}>
          <IconCloudOff size={16} aria-hidden className={classes.icon} />
          {online ? texts.stale : texts.offline}
        </p>
      )}
    </div>
  );
}
