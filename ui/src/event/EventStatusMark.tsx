import type { PromoEvent } from "../api/types";
import { StateIcon } from "../calendar/StateIcon";
import { stateOf } from "../calendar/states";
import { calendarTexts } from "../texts/calendar";
import classes from "./EventStatusMark.module.css";

/** An event's status, in a word and a sign beside its colour. */
export function EventStatusMark({ event }: { event: PromoEvent }) {
  const state = stateOf(event, Date.now());
  return (
    <span className={classes.mark} data-state={state}>
      <StateIcon state={state} size={16} />
      {calendarTexts.states[state]}
    </span>
  );
}
