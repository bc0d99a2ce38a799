import { Input, VisuallyHidden } from "@mantine/core";
import { DateInput } from "@mantine/dates";
import { type ChangeEvent, type FocusEvent, type FocusEventHandler, useId, useState } from "react";
import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import { asDate } from "../../time/calendar";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { TimeField } from "./TimeField";
import { parseDate } from "./typedDate";

type MomentFieldProps = {
  label: string;
  date: "startDate" | "endDate";
  time: "startTime" | "endTime";
  hints: readonly string[];
};

/** A date and a time of day. What is typed and is no date stays there, and is said to be none. */
export function MomentField({ label, date, time, hints }: MomentFieldProps) {
  const form = useEventForm();
  const [open, setOpen] = useState(false);
  const id = useId();
  const { value, onChange, onBlur, error: dateError, ...dateProps } = form.getInputProps(date);
  const { error: timeError, onBlur: onTimeBlur, ...timeProps } = form.getInputProps(time);
  const left = (after: FocusEventHandler | undefined) => (event: FocusEvent) => {
    after?.(event);
    form.validateField(date);
    form.validateField(time);
  };
  return (
    <div>
      <fieldset className={classes.moment}>
        <VisuallyHidden component="legend">{label}</VisuallyHidden>
        <DateInput
          label={label}
          aria-label={`${label} ${eventTexts.date}`}
          value={asDate(value)}
          valueFormat={formatDate}
          dateParser={parseDate}
          onChangeCapture={({ target }: ChangeEvent<HTMLInputElement>) => {
            if (parseDate(target.value) == null) {
              onChange(target.value);
            }
          }}
          fixOnBlur={asDate(value) != null}
          onBlur={left(onBlur)}
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
          onBlur={left(onTimeBlur)}
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
      {hints.map((hint) => (
        <Input.Description key={hint} mt={4}>
          {hint}
        </Input.Description>
      ))}
    </div>
  );
}
