import { useContext } from "react";
import { type Location, UNSAFE_DataRouterContext, useBlocker, useLocation } from "react-router";
import { LeaveQuestion } from "./LeaveQuestion";

/**
 * Asks before the address changes so that what was typed would go with it: by the browser's Back, or by a link inside the
 * drawer. From one tab of the same event to another, nothing goes. Only routers with data can hold a step, which the page's
 * is; without one, nobody is asked.
 *
 * @param isDirty whether anything would be lost right now: what the drawer has asked about itself may go
 */
export function AddressGuard({ isDirty }: { isDirty: () => boolean }) {
  const able = useContext(UNSAFE_DataRouterContext) != null;
  return able ? <Blocking isDirty={isDirty} /> : null;
}

function Blocking({ isDirty }: { isDirty: () => boolean }) {
  const here = useLocation();
  const blocker = useBlocker(({ nextLocation }) => isDirty() && target(nextLocation) !== target(here));
  if (blocker.state !== "blocked") {
    return null;
  }
  return <LeaveQuestion onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />;
}

/** The page, and on it the event or the dates of the new one. */
function target({ pathname, search }: Location): string {
  const asked = new URLSearchParams(search);
  return JSON.stringify([pathname, asked.get("event"), asked.get("new")]);
}
