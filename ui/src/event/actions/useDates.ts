import { useServices } from "../../api/ApiContext";
import type { EventPreview, PromoEvent } from "../../api/types";
import { draftOf, valuesOf } from "../edit/eventValues";

/** The dates of an event as it is saved, each with when it is due. */
export function useDates(event: PromoEvent) {
  const { calendar } = useServices();
  return calendar.useQuery(
    "post",
    "/events/preview",
    { body: draftOf(valuesOf(event), event) },
    { select: (preview: EventPreview) => preview.dates, staleTime: 60_000 },
  );
}
