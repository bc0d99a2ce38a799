import { useServices } from "../api/ApiContext";
import { ProblemError } from "../api/problem";
import { LoadFailed } from "../shell/LoadFailed";
import { DrawerSkeleton } from "./DrawerSkeleton";
import { EventView, type EventViewProps } from "./EventView";
import { GoneEvent } from "./GoneEvent";
import { PlainHeader } from "./PlainHeader";

const EVERY_MS = 5_000;

type OneEventProps = Omit<EventViewProps, "event" | "gone"> & {
  /** Null: a new one. */
  eventId: string | null;
};

/** An event as the service has it, looked at again every few seconds; or a new one, which stays as it is typed when it becomes a draft. */
export function OneEvent({ eventId, ...inside }: OneEventProps) {
  const { calendar } = useServices();
  const { data, error, refetch } = calendar.useQuery(
    "get",
    "/events/{eventId}",
    { params: { path: { eventId: eventId ?? "" } } },
    { enabled: eventId != null, refetchInterval: EVERY_MS },
  );
  const gone = isGone(error);
  if (eventId == null || data != null) {
    return <EventView event={data ?? null} gone={gone} {...inside} />;
  }
  if (gone) {
    return <GoneEvent eventId={eventId} {...inside} />;
  }
  if (error != null) {
    return (
      <>
        <PlainHeader />
        <LoadFailed error={error} onRetry={() => void refetch()} />
      </>
    );
  }
  return <DrawerSkeleton />;
}

function isGone(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 404;
}
