import { calendarTexts } from "../texts/calendar";
import { formatNumber } from "../texts/format";
import bars from "./bar.module.css";
import classes from "./Legend.module.css";
import { StateIcon } from "./StateIcon";
import { type EventState, STATES } from "./states";

type Props = {
  counts: Record<EventState, number>;
  chosen: ReadonlySet<EventState>;
  onChoose: (states: EventState[]) => void;
};

/** What the colours mean, how many events are in each state, and which to see; none chosen: all. */
export function Legend({ counts, chosen, onChoose }: Props) {
  const toggle = (state: EventState) =>
    onChoose(STATES.filter((other) => (other === state ? !chosen.has(other) : chosen.has(other))));
  return (
    <fieldset className={classes.legend} aria-label={calendarTexts.legend}>
      {STATES.map((state) => (
        <button
          key={state}
          type="button"
          className={classes.chip}
          aria-pressed={chosen.has(state)}
          data-dimmed={(chosen.size > 0 && !chosen.has(state)) || undefined}
          onClick={() => toggle(state)}
        >
          <span className={`${bars.bar} ${bars[state]} ${classes.swatch}`}>
            <StateIcon state={state} size={14} />
          </span>
          {calendarTexts.states[state]}
          <span className={classes.count}>{formatNumber(counts[state])}</span>
        </button>
      ))}
    </fieldset>
  );
}
