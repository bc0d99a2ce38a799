import { Group, SegmentedControl } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { useId, useState } from "react";
import { analyticsTexts } from "../texts/analytics";
import { formatDateRange } from "../texts/format";
import { addDays, type Dates } from "../time/window";
import classes from "./PeriodPicker.module.css";
import { isAnswered, lastDays, MOST_DAYS, PRESETS, presetOf } from "./period";

/** Weekends mean nothing here, and their red is hard to read. */
const NO_DAYS: [] = [];

/** The last days up to today, or any others. */
export function PeriodPicker({
  period,
  today,
  onPeriod,
}: {
  period: Dates;
  today: string;
  onPeriod: (period: Dates) => void;
}) {
  const id = useId();
  const [picked, setPicked] = useState<[string | null, string | null] | null>(null);
  const [first, last] = picked ?? [period.first, period.last];
  const shown = textOf(first, last);
  const tooLong = first != null && last != null && !isAnswered({ first, last });
  const pick = ([from, to]: [string | null, string | null]) => {
    const whole = from != null && to != null ? { first: from, last: to } : null;
    if (whole != null && isAnswered(whole)) {
      setPicked(null);
      onPeriod(whole);
    } else {
      // A calendar closed half way leaves what was.
      setPicked(from == null ? null : [from, to]);
    }
  };
  return (
    <Group gap="sm" align="start" className={classes.period}>
      <SegmentedControl
        aria-label={analyticsTexts.presets}
        classNames={{ root: classes.presets ?? "", label: classes.choice ?? "" }}
        value={String(presetOf(period, today) ?? "")}
        onChange={(days) => {
          setPicked(null);
          onPeriod(lastDays(Number(days), today));
        }}
        data={PRESETS.map((days) => ({ value: String(days), label: analyticsTexts.lastDays(days) }))}
      />
      <DatePickerInput
        type="range"
        // The calendar is named by the button that opens it.
        id={id}
        popoverProps={{ id, returnFocus: true }}
        aria-label={analyticsTexts.choosePeriod(shown)}
        ariaLabels={analyticsTexts.months}
        className={classes.dates}
        value={[first, last]}
        onChange={pick}
        valueFormatter={() => shown}
        // Where the day is a day ahead, it is sent on tomorrow's date today.
        maxDate={addDays(today, 1)}
        hideOutsideDates
        weekendDays={NO_DAYS}
        allowSingleDateInRange
        error={tooLong ? analyticsTexts.tooLong(MOST_DAYS) : undefined}
      />
    </Group>
  );
}

function textOf(first: string | null, last: string | null): string {
  if (first == null) {
    return "";
  }
  return last == null ? analyticsTexts.periodFrom(first) : formatDateRange(first, last);
}
