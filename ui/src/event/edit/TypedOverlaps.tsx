import { Overlaps } from "../actions/Overlaps";
import { useOverlaps } from "../actions/useOverlaps";
import { useEventForm } from "./eventForm";
import { eventProblems } from "./eventRules";
import { instantsOf } from "./eventValues";

const WINDOW_FIELDS = ["startDate", "startTime", "endDate", "endTime", "timeZone"];

/** The events that would overlap with what is typed, as soon as that is a window. */
export function TypedOverlaps({ eventId }: { eventId: string | null }) {
  const { values } = useEventForm();
  const { start, end } = instantsOf(values);
  const problems = eventProblems(values);
  const right = start != null && end != null && WINDOW_FIELDS.every((field) => problems[field] == null);
  const { timeZone, audience } = values;
  const typed = { eventId: eventId ?? "", startDatetime: start ?? "", endDatetime: end ?? "", timeZone, audience };
  const { overlaps } = useOverlaps(right ? typed : null);
  return <Overlaps overlaps={overlaps} />;
}
