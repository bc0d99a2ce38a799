import { IconCalendarOff, IconFlask, IconHourglassEmpty } from "@tabler/icons-react";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import classes from "./Marks.module.css";

/** What is special about a message: over, called off, only a test. */
export function Marks({ message }: { message: Message }) {
  const { texts } = useInbox();
  return (
    <>
      {message.state === "ENDED" && (
        <span className={classes.mark} title={texts.endedHint}>
          <IconHourglassEmpty size={12} aria-hidden />
          {texts.ended}
        </span>
      )}
      {message.state === "CANCELLED" && (
        <span className={classes.mark} title={texts.cancelledHint}>
          <IconCalendarOff size={12} aria-hidden />
          {texts.cancelled}
        </span>
      )}
      {message.test && (
        <span className={classes.mark} data-test title={texts.testHint}>
          <IconFlask size={12} aria-hidden />
          {texts.test}
        </span>
      )}
    </>
  );
}
