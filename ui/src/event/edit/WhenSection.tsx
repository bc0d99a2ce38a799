import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import { addDays } from "../../time/window";
import { DueDates } from "../preview/DueDates";
import type { Preview } from "../preview/usePreview";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { parseTime } from "./localTime";
import { MomentField } from "./MomentField";
import { Section } from "./Section";
import { TimeField } from "./TimeField";
import { TypedOverlaps } from "./TypedOverlaps";
import { ZoneField } from "./ZoneField";

const { fieldNames } = eventTexts;

/** When the event is on, and when on each of its dates it is sent. */
export function WhenSection({ eventId, preview }: { eventId: string | null; preview: Preview }) {
  const form = useEventForm();
  const { startTime, endDate, endTime, timeZone } = form.values;
  const start = parseTime(startTime) ?? startTime;
  const lastDay = parseTime(endTime) === "00:00" && endDate !== "" ? addDays(endDate, -1) : null;
  return (
    <Section title={eventTexts.sections.when}>
      <div className={classes.when}>
        <MomentField label={fieldNames.startDate} date="startDate" time="startTime" />
        <MomentField
          label={fieldNames.endDate}
          date="endDate"
          time="endTime"
          hint={lastDay == null ? undefined : eventTexts.lastDay(formatDate(lastDay))}
        />
        <ZoneField />
        <TimeField
          label={fieldNames.dispatchTime}
          description={eventTexts.dispatchHint(start)}
          placeholder={eventTexts.asStart(start)}
          clearable
          {...form.getInputProps("dispatchTime")}
        />
      </div>
      <DueDates preview={preview} zone={timeZone} />
      <TypedOverlaps eventId={eventId} />
    </Section>
  );
}
