import { useEffect, useState } from "react";
import type { PromoEvent } from "../../api/types";
import { LOCALE } from "../../texts/locale";
import type { EventWindow } from "../../time/window";
import { mayBeEdited } from "../eventStatus";
import { useDirty } from "../leaving";
import { isChanged } from "../stale/differences";
import { useNewEventForm } from "./eventForm";
import { eventProblems } from "./eventRules";
import { type EventValues, newValues, valuesOf } from "./eventValues";

/** Version and content that an edit began with. */
type Base = { event: PromoEvent | null; values: EventValues };

/**
 * The form of an event, or of a new one. As long as nothing is typed it follows newer versions by itself; from then on a newer
 * version that says something else waits until whoever types has seen it.
 *
 * @param event as the service has it now; null for a new one
 */
export function useEditing(event: PromoEvent | null, begin: EventWindow | undefined) {
  const [base, setBase] = useState<Base>(() => firstBase(event, begin));
  const form = useNewEventForm({ initialValues: base.values, validate: eventProblems });
  const { setValues } = form;
  const changed = isChanged(form.values, base.values);
  useDirty(changed);

  const isOther = event != null && event.eventId === base.event?.eventId && event.version > base.event.version;
  const newer = isOther ? event : null;
  const sameContent = newer != null && mayBeEdited(newer) && !isChanged(valuesOf(newer), base.values);
  const follows = newer != null && (!changed || sameContent);
  useEffect(() => {
    if (follows) {
      const values = valuesOf(newer);
      setBase({ event: newer, values });
      if (!changed) {
        setValues(values);
      }
    }
  }, [follows, newer, changed, setValues]);

  return {
    form,
    changed,
    /** What is edited, as it was when it was last seen whole; null: it is new. */
    base: base.event,
    baseValues: base.values,
    /** A version that says something else than what is edited here began with. */
    newer: follows ? null : newer,
    /** Goes on from a version with these values in the form, saved or not. */
    goOn(from: PromoEvent, values: EventValues) {
      setBase({ event: from, values: valuesOf(from) });
      setValues(values);
    },
  };
}

export type Editing = ReturnType<typeof useEditing>;

function firstBase(event: PromoEvent | null, begin: EventWindow | undefined): Base {
  if (event != null) {
    return { event, values: valuesOf(event) };
  }
  if (begin == null) {
    throw new Error("neither an event nor a window to begin with");
  }
  return { event: null, values: newValues(begin, LOCALE) };
}
