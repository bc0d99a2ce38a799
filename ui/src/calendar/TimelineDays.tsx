import { memo } from "react";
import { calendarTexts } from "../texts/calendar";
import { formatDate } from "../texts/format";
import { dayOfWeek } from "../time/calendar";
import classes from "./Timeline.module.css";

/** How many days wide a month's name is. */
const NAME_DAYS = 3;

/** The days' heads, and below them their columns. */
export const TimelineDays = memo(function TimelineDays({ days, today }: { days: readonly string[]; today: string }) {
  const hasRoom = !days.slice(1, NAME_DAYS).some((day) => day.endsWith("-01"));
  return (
    <>
      <div className={classes.heads}>
        {days.map((day, index) => (
          <div
            key={day}
            className={classes.head}
            data-monday={dayOfWeek(day) === 1 || undefined}
            aria-current={day === today ? "date" : undefined}
            title={formatDate(day)}
          >
            <span className={classes.month}>
              {(index === 0 ? hasRoom : day.endsWith("-01")) && calendarTexts.shortMonth(day)}
            </span>
            <span className={classes.weekday}>{calendarTexts.weekday(day)}</span>
            <span className={classes.number}>{Number(day.slice(8))}</span>
          </div>
        ))}
      </div>
      <div className={classes.columns} aria-hidden>
        {days.map((day) => (
          <div
            key={day}
            className={classes.column}
            data-monday={dayOfWeek(day) === 1 || undefined}
            data-weekend={dayOfWeek(day) > 5 || undefined}
            data-today={day === today || undefined}
          />
        ))}
      </div>
    </>
  );
});
