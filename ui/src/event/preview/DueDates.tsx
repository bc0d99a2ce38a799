import { Skeleton, Text } from "@mantine/core";
import { IconAlertTriangle, IconCalendarEvent } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import type { EventPreview } from "../../api/types";
import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import { localMoment, skippedUntil } from "../edit/localTime";
import { SmallButton } from "../SmallButton";
import classes from "./preview.module.css";
import type { Preview } from "./usePreview";

/** When an instant is, in a zone: Mon, Nov 23, 2026, 09:00. */
export function dueText(dueAt: string, zone: string): string {
  const { date, time } = localMoment(dueAt, zone);
  return `${formatDate(date)}, ${time}`;
}

type DueDatesProps = {
  preview: Preview;
  zone: string;
  /** The time of day that dates are sent at; null while it is none. */
  time: string | null;
};

/** How many dates there are and which is the first; all of them when asked for. Which are sent at another time, in any case. */
export function DueDates({ preview, zone, time }: DueDatesProps) {
  const [all, setAll] = useState(false);
  const { dates, windowRight, failed } = preview;
  const later = useMemo(() => sentLater(dates ?? [], time, zone), [dates, time, zone]);
  if (windowRight && dates == null && !failed) {
    return <Skeleton height={48} />;
  }
  const [first] = dates ?? [];
  if (dates == null || first == null) {
    const wrong = dates != null;
    return (
      <div className={classes.summary} data-wrong={wrong || undefined} role={wrong ? "alert" : undefined}>
        {wrong && <IconAlertTriangle size={18} color="var(--mantine-color-error)" aria-hidden />}
        <Text size="sm" c={wrong ? "var(--mantine-color-error)" : "dimmed"}>
          {wrong ? eventTexts.noDueDates : windowRight ? eventTexts.previewFailed : eventTexts.datesUnknown}
        </Text>
      </div>
    );
  }
  return (
    <div className={classes.summary}>
      <IconCalendarEvent size={18} aria-hidden />
      <Text size="sm" fw={550} flex={1} aria-live="polite">
        {eventTexts.dueDates(dates.length, `${dueText(first.dueAt, zone)} ${zone}`)}
      </Text>
      {later.map((note) => (
        <Text key={note} size="sm" style={{ flexBasis: "100%", order: 1 }}>
          {note}
        </Text>
      ))}
      {dates.length > 1 && (
        <SmallButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? eventTexts.hideDates : eventTexts.showDates}
        </SmallButton>
      )}
      {all && (
        <ul className={classes.dates} style={{ flexBasis: "100%", order: 1 }}>
          {dates.map(({ date, dueAt }) => (
            <li key={date}>{dueText(dueAt, zone)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Says of each date whose time the clocks skip when it is sent instead. */
function sentLater(dates: EventPreview["dates"], time: string | null, zone: string): string[] {
  if (time == null) {
    return [];
  }
  return dates
    .map(({ date, dueAt }) => ({ date, at: localMoment(dueAt, zone) }))
    .filter(({ date, at }) => at.time !== time && skippedUntil({ date, time }, zone) != null)
    .map(({ date, at }) =>
      eventTexts.sentLater(time, formatDate(date), at.date === date ? at.time : `${formatDate(at.date)}, ${at.time}`),
    );
}
