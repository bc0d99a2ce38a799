import { Group, SegmentedControl } from "@mantine/core";
import { DatePickerInput } from "@mantine/dates";
import "@mantine/dates/styles.css";
import { useState } from "react";
import { analyticsTexts } from "../texts/analytics";
import { addDays, type Dates } from "../time/window";
import classes from "./PeriodPicker.module.css";
import { isAnswered, lastDays, MOST_DAYS, PRESETS, presetOf } from "./period";

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
  const [picked, setPicked] = useState<[string | null, string | null] | null>(null);
  const [first, last] = picked ?? [period.first, period.last];
  const tooLong = first != null && last != null && !isAnswered({ first, last });
  const pick = ([from, to]: [string | null, string | null]) => {
    const whole = from != null && to != null ? { first: from, last: to } : null;
    if (whole != null && isAnswered(whole)) {
      setPicked(null);
      onPeriod(whole);
    } else {
      setPicked([from, to]);
    }
  };
  return (
    <Group gap="sm" align="start" className={classes.period}>
      <SegmentedControl
        aria-label={analyticsTexts.presets}
        classNames={{ label: classes.choice ?? "" }}
        value={String(presetOf(period, today) ?? "")}
        onChange={(days) => {
          setPicked(null);
          onPeriod(lastDays(Number(days), today));
        }}
        data={PRESETS.map((days) => ({ value: String(days), label: analyticsTexts.lastDays(days) }))}
      />
      <DatePickerInput
        type="range"
        aria-label={analyticsTexts.choosePeriod}
        className={classes.dates}
        value={[first, last]}
        onChange={pick}
        // Where the day is a day ahead, it is sent on tomorrow's date today.
        maxDate={addDays(today, 1)}
        valueFormat="MMM D, YYYY"
        allowSingleDateInRange
        error={tooLong ? analyticsTexts.tooLong(MOST_DAYS) : undefined}
      />
    </Group>
  );
}
