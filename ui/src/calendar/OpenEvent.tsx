import { lazy, Suspense } from "react";
import type { ChangeAddress, Shown } from "./useCalendarAddress";

const EventDrawer = lazy(async () => ({ default: (await import("../event/EventDrawer")).EventDrawer }));

type Props = { shown: Shown; onChange: ChangeAddress };

/** The drawer of the event that the address names. */
export function OpenEvent({ shown: { target, tab }, onChange }: Props) {
  if (target == null) {
    return null;
  }
  return (
    <Suspense fallback={null}>
      <EventDrawer
        target={target}
        tab={tab}
        onTab={(to) => onChange({ tab: to === "details" ? null : to }, true)}
        onOpen={(eventId) => onChange({ event: eventId, new: null, tab: null }, "newEvent" in target)}
        onClose={() => onChange({ event: null, new: null, tab: null })}
      />
    </Suspense>
  );
}
