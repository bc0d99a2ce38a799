import { Input, VisuallyHidden } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { useId, useState } from "react";
import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { TimeField } from "./TimeField";
import { parseDate } from "./typedDate";

type MomentFieldProps = {
  label: string;
  date: "startDate" | "endDate";
  time: "startTime" | "endTime";
  hint?: string;
};

/** A date and a time of day. */
export function MomentField({ label, date, time, hint }: MomentFieldProps) {
  const form = useEventForm();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { value, onChange, error: dateError, ...dateProps } = form.getInputProps(date);
  const { error: timeError, ...timeProps } = form.getInputProps(time);
  return (
    <div>
      <fieldset className={classes.moment}>
        <VisuallyHidden component="legend">{label}</VisuallyHidden>
        <DateInput
          label={label}
          aria-label={`${label} ${eventTexts.date}`}
          value={value === "" ? null : value}
          valueFormat={formatDate}
          dateParser={parseDate}
          hideOutsideDates
          // Red on white says nothing here, and says it illegibly.
          weekendDays={[]}
          previousLabel={eventTexts.previousMonth}
          nextLabel={eventTexts.nextMonth}
          onChange={(picked) => onChange(picked ?? "")}
          // Esc closes the days, not the drawer.
          data-mantine-stop-propagation={open || undefined}
          popoverProps={{ onOpen: () => setOpen(true), onClose: () => setOpen(false), shadow: "md" }}
          error={dateError != null}
          aria-describedby={dateError == null ? undefined : `${id}-date`}
          {...dateProps}
        />
        <TimeField
          label={<VisuallyHidden>{eventTexts.time}</VisuallyHidden>}
          aria-label={`${label} ${eventTexts.time}`}
          error={timeError != null}
          aria-describedby={timeError == null ? undefined : `${id}-time`}
          {...timeProps}
        />
      </fieldset>
      {dateError != null && (
        <Input.Error mt={4} id={`${id}-date`}>
          {dateError}
        </Input.Error>
      )}
      {timeError != null && (
        <Input.Error mt={4} id={`${id}-time`}>
          {timeError}
        </Input.Error>
      )}
      {hint != null && <Input.Description mt={4}>{hint}</Input.Description>}
    </div>
  );
}
