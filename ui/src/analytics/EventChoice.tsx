import { Select, Text } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useMemo } from "react";
import type { EventDay } from "../api/types";
import { analyticsTexts } from "../texts/analytics";
import classes from "./EventChoice.module.css";
import { type EventFigures, perEvent, titleOf } from "./figures";

/** One of the events seen, or all of them. */
export function EventChoice({
  ofPeriod,
  ofEvent,
  eventId,
  onEvent,
}: {
  /** The figures of all events between the dates shown last. */
  ofPeriod: EventDay[];
  /** Those of the chosen event, of any date. */
  ofEvent: EventDay[];
  eventId: string | null;
  onEvent: (eventId: string | null) => void;
}) {
  const seen = useMemo(
    () => new Map([...perEvent(ofPeriod), ...perEvent(ofEvent)].map((event) => [event.eventId, event])),
    [ofPeriod, ofEvent],
  );
  // An address may name an event of which nothing has been sent.
  const ids = eventId == null || seen.has(eventId) ? [...seen.keys()] : [...seen.keys(), eventId];
  return (
    <Select
      aria-label={analyticsTexts.event}
      className={classes.event}
      placeholder={analyticsTexts.findEvent}
      leftSection={<IconSearch size={16} aria-hidden />}
      searchable
      clearable
      clearButtonProps={{ "aria-label": analyticsTexts.clearEvent }}
      nothingFoundMessage={analyticsTexts.noSuchEvent}
      limit={100}
      value={eventId}
      onChange={onEvent}
      data={ids.map((id) => ({ value: id, label: titleOf(seen.get(id) ?? { eventId: id }) }))}
      renderOption={({ option }) => <Option label={option.label} event={seen.get(option.value)} />}
    />
  );
}

/** Events may have one title; their dates tell them apart. */
function Option({ label, event }: { label: string; event: EventFigures | undefined }) {
  return (
    <div>
      <Text size="sm" dir="auto">
        {label}
      </Text>
      {event && (
        <Text size="xs" c="dimmed">
          {analyticsTexts.datesOfEvent(event.dates, event.first, event.last)}
        </Text>
      )}
    </div>
  );
}
