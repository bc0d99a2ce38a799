import { Text } from "@mantine/core";
import { memo, useMemo } from "react";
import { calendarTexts } from "../texts/calendar";
import { formatDate } from "../texts/format";
import classes from "./Agenda.module.css";
import { AgendaRow } from "./AgendaRow";
import { agendaDays } from "./agendaDays";
import type { GridProps } from "./gridProps";
import { shownDates } from "./views";

/** A month's events as a list, by the day they begin on. */
export const Agenda = memo(function Agenda({ date, today, entries, onOpen }: GridProps) {
  const days = useMemo(() => agendaDays(entries, shownDates("agenda", date), today), [entries, date, today]);
  return (
    <div className={classes.agenda}>
      {days.map(({ date: day, entries: begun }) => (
        <section key={day ?? "begun"} className={classes.day}>
          <h2 className={classes.heading} aria-current={day === today ? "date" : undefined}>
            {day == null ? calendarTexts.agendaBegun : formatDate(day)}
            {day === today && <span className={classes.today}>{calendarTexts.today}</span>}
          </h2>
          {begun.length === 0 && <Text c="dimmed">{calendarTexts.agendaEmptyToday}</Text>}
          <ul className={classes.rows}>
            {begun.map((entry) => (
              <AgendaRow key={entry.item.eventId} entry={entry} onOpen={onOpen} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
});
