import { CloseButton, Paper } from "@mantine/core";
import { useEffect, useState } from "react";
import { PartFailed } from "../load/PartFailed";
import { usePart } from "../load/usePart";
import { shellTexts } from "../texts/shell";
import classes from "./OpenEvent.module.css";
import type { ChangeAddress, Shown } from "./useCalendarAddress";

type Props = { shown: Shown; onChange: ChangeAddress };

/** The drawer of the event that the address names. */
export function OpenEvent({ shown: { target, tab }, onChange }: Props) {
  const [EventDrawer, load] = usePart(loadDrawer);
  const [missing, setMissing] = useState<unknown>(null);
  const wanted = target != null;
  useEffect(() => {
    if (wanted) {
      setMissing(null);
      load().catch(setMissing);
    }
  }, [wanted, load]);
  const close = () => onChange({ event: null, new: null, tab: null });
  if (target != null && missing != null) {
    return (
      <Paper className={classes.missing} shadow="md" withBorder role="alert">
        <CloseButton size={44} className={classes.closeMissing} aria-label={shellTexts.close} onClick={close} />
        <PartFailed error={missing} />
      </Paper>
    );
  }
  return (
    target != null &&
    EventDrawer != null && (
      <EventDrawer
        target={target}
        tab={tab}
        onTab={(to) => onChange({ tab: to === "details" ? null : to }, true)}
        onOpen={(eventId) => onChange({ event: eventId, new: null, tab: null }, "newEvent" in target)}
        onClose={close}
      />
    )
  );
}

async function loadDrawer() {
  return (await import("../event/EventDrawer")).EventDrawer;
}
