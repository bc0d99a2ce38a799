import { IconAlertTriangle } from "@tabler/icons-react";
import { memo } from "react";
import { calendarTexts } from "../texts/calendar";
import { formatDateRange } from "../texts/format";
import { localZone } from "../time/zone";
import classes from "./Agenda.module.css";
import bars from "./bar.module.css";
import type { CalendarEntry } from "./entries";
import { LiveDay } from "./LiveDay";
import { StateIcon } from "./StateIcon";

/** An event in the agenda: everything its bar says, in words. */
export const AgendaRow = memo(function AgendaRow(props: { entry: CalendarEntry; onOpen: (eventId: string) => void }) {
  const { item, state, dates, overlapping } = props.entry;
  return (
    <li className={classes.item}>
      <button type="button" className={classes.row} onClick={() => props.onOpen(item.eventId)}>
        <span className={`${bars.bar} ${bars[state]} ${classes.mark}`}>
          <StateIcon state={state} size={18} />
        </span>
        <span className={classes.words}>
          <span className={`${classes.title} ${state === "cancelled" ? classes.struck : ""}`} dir="auto">
            {item.title}
          </span>
          <span className={classes.facts}>
            <span>{calendarTexts.states[state]}</span>
            <span>{formatDateRange(dates.first, dates.last)}</span>
            {state === "live" && <LiveDay entry={props.entry} />}
            {item.timeZone !== localZone() && <span>{calendarTexts.inZone(item.timeZone)}</span>}
            {overlapping && (
              <span className={classes.overlap}>
                <IconAlertTriangle size={16} aria-hidden />
                {calendarTexts.overlap}
              </span>
            )}
          </span>
        </span>
      </button>
    </li>
  );
});
