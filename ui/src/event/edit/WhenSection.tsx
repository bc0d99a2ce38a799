import { eventTexts } from "../../texts/event";
import { lastDayHint } from "../lastDayHint";
import { DueDates } from "../preview/DueDates";
import type { Preview } from "../preview/usePreview";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { instantsOf } from "./eventValues";
import { firstOfTwo, parseTime } from "./localTime";
import { MomentField } from "./MomentField";
import { Section } from "./Section";
import { TimeField } from "./TimeField";
import { TypedOverlaps } from "./TypedOverlaps";
import { ZoneField } from "./ZoneField";

const { fieldNames } = eventTexts;

/** When the event is on, and when on each of its dates it is sent. */
export function WhenSection({ eventId, preview }: { eventId: string | null; preview: Preview }) {
  const form = useEventForm();
  const { startDate, startTime, endDate, endTime, timeZone, dispatchTime } = form.values;
  const start = parseTime(startTime) ?? startTime;
  const { end } = instantsOf(form.values);
  return (
    <Section title={eventTexts.sections.when}>
      <div className={classes.when}>
        <MomentField
          label={fieldNames.startDate}
          date="startDate"
          time="startTime"
          hints={twice(startDate, startTime, timeZone)}
        />
        <MomentField
          label={fieldNames.endDate}
          date="endDate"
          time="endTime"
          hints={[...lastDayHint(end, timeZone), ...twice(endDate, endTime, timeZone)]}
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
      <DueDates preview={preview} zone={timeZone} time={parseTime(dispatchTime || startTime)} />
      <TypedOverlaps eventId={eventId} />
    </Section>
  );
}

/** What to say of a moment that the clocks show twice. */
function twice(date: string, time: string, zone: string): string[] {
  const offset = firstOfTwo({ date, time }, zone);
  return offset == null ? [] : [eventTexts.twice(parseTime(time) ?? time, offset)];
}
