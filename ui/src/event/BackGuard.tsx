import { useContext } from "react";
import { type Location, UNSAFE_DataRouterContext, useBlocker, useLocation } from "react-router";
import { LeaveQuestion } from "./LeaveQuestion";

/**
 * Asks before the browser's Back takes what was typed away. A step back within the same event, from one tab to another,
 * takes nothing. Only routers with data can hold a step back, which the page's is; without one, nobody is asked.
 */
export function BackGuard({ eventId }: { eventId: string | null }) {
  const able = useContext(UNSAFE_DataRouterContext) != null;
  return able ? <Blocking eventId={eventId} /> : null;
}

function Blocking({ eventId }: { eventId: string | null }) {
  const here = useLocation();
  const stays = (next: Location) => next.pathname === here.pathname && eventId != null && next.search.includes(eventId);
  const blocker = useBlocker(({ historyAction, nextLocation }) => historyAction === "POP" && !stays(nextLocation));
  if (blocker.state !== "blocked") {
    return null;
  }
  return <LeaveQuestion onStay={() => blocker.reset()} onLeave={() => blocker.proceed()} />;
}
