import { CloseButton } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useInbox } from "../InboxContext";
import classes from "./ToldNotice.module.css";

/** Says in a line what went wrong. */
export function ToldNotice() {
  const { session, texts } = useInbox();
  const text = useSyncExternalStore(session.told.subscribe, session.told.current);
  return (
    <div role="alert" className={classes.place}>
      {text != null && (
        <p className={classes.told}>
          <IconAlertTriangle size={18} aria-hidden className={classes.icon} />
          <span>{text}</span>
          <CloseButton
            size="lg"
            className={classes.close}
            aria-label={texts.dismiss}
            onClick={() => session.told.dismiss()}
          />
        </p>
      )}
    </div>
  );
}
