import { Alert, Text } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import type { CalendarItem } from "../../api/types";
import { eventTexts } from "../../texts/event";
import { formatShortDate } from "../../texts/format";
import { datesOf } from "../../time/window";
import own from "./actions.module.css";

const MOST = 5;

/** Other events that reach the same customers at the same time: a hint, no obstacle. */
export function Overlaps({ overlaps = [] }: { overlaps?: readonly CalendarItem[] }) {
  if (overlaps.length === 0) {
    return null;
  }
  return (
    <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />} title={eventTexts.overlapTitle(overlaps.length)}>
      <Text size="sm">{eventTexts.overlapHint}</Text>
      <ul className={own.overlaps}>
        {overlaps.slice(0, MOST).map((item) => {
          const { first, last } = datesOf(item);
          return (
            <li key={item.eventId}>
              {item.title} ·{" "}
              {first === last ? formatShortDate(first) : `${formatShortDate(first)} – ${formatShortDate(last)}`}
            </li>
          );
        })}
        {overlaps.length > MOST && <li>{eventTexts.andMore(overlaps.length - MOST)}</li>}
      </ul>
    </Alert>
  );
}
