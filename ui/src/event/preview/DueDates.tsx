import { Skeleton, Text } from "@mantine/core";
import { IconAlertTriangle, IconCalendarEvent } from "@tabler/icons-react";
import { useState } from "react";
import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import { localMoment } from "../edit/localTime";
import { SmallButton } from "../SmallButton";
import classes from "./preview.module.css";
import type { Preview } from "./usePreview";

/** When an instant is, in a zone: Mon, Nov 23, 2026, 09:00. */
export function dueText(dueAt: string, zone: string): string {
  const { date, time } = localMoment(dueAt, zone);
  return `${formatDate(date)}, ${time}`;
}

/** How many dates there are and which is the first; all of them when asked for. */
export function DueDates({ preview, zone }: { preview: Preview; zone: string }) {
  const [all, setAll] = useState(false);
  const { dates, windowRight, failed } = preview;
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
      {dates.length > 1 && (
        <SmallButton aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? eventTexts.hideDates : eventTexts.showDates}
        </SmallButton>
      )}
      {all && (
        <ul className={classes.dates} style={{ flexBasis: "100%" }}>
          {dates.map(({ date, dueAt }) => (
            <li key={date}>{dueText(dueAt, zone)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
