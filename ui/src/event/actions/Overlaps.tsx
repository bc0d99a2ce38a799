import { Anchor, Text } from "@mantine/core";
import type { CalendarItem } from "../../api/types";
import { Say } from "../../shell/Say";
import { eventTexts } from "../../texts/event";
import { formatDateRange } from "../../texts/format";
import { datesOf } from "../../time/window";
import { useLeaving } from "../leaving";
import own from "./actions.module.css";

const MOST = 5;

type OverlapsProps = {
  overlaps: readonly CalendarItem[];
  /** Before another one is opened. */
  onOpen?: () => void;
};

/** Other events that reach the same customers at the same time, each a way to it: a hint, no obstacle. */
export function Overlaps({ overlaps, onOpen }: OverlapsProps) {
  const { open } = useLeaving();
  if (overlaps.length === 0) {
    return null;
  }
  return (
    <Say kind="hint" title={eventTexts.overlapTitle(overlaps.length)}>
      <Text size="sm">{eventTexts.overlapHint}</Text>
      <ul className={own.overlaps}>
        {overlaps.slice(0, MOST).map((item) => {
          const { first, last } = datesOf(item);
          return (
            <li key={item.eventId}>
              <Anchor
                component="button"
                type="button"
                className={own.overlap}
                onClick={() => {
                  onOpen?.();
                  open(item.eventId);
                }}
              >
                <bdi>{item.title}</bdi> · {formatDateRange(first, last)}
              </Anchor>
            </li>
          );
        })}
        {overlaps.length > MOST && <li>{eventTexts.andMore(overlaps.length - MOST)}</li>}
      </ul>
    </Say>
  );
}
