import type { Audience, EventDraft, PromoEvent } from "../../api/types";
import type { EventWindow } from "../../time/window";
import { localMoment, momentInstant, parseTime } from "./localTime";

/** What a message says in one locale. */
export type Texts = { subject: string; body: string };

/**
 * An event as its form holds it: the paths are those that the services name in their refusals, only that the window stands
 * in local dates and times, which a change of the zone leaves as they are.
 */
export type EventValues = {
  title: string;
  description: string;
  promotionPackage: { kind: string; link: string; defaultLocale: string; content: Record<string, Texts> };
  audience: Audience;
  startDate: string;
  startTime: string;
  endDate: string;
  endTime: string;
  timeZone: string;
  dispatchTime: string;
  maxRate: number | "";
};

/** The values of an event as it is. */
export function valuesOf(event: PromoEvent): EventValues {
  const { promotionPackage, audience } = event;
  return {
    title: event.title,
    description: event.description,
    promotionPackage: {
      kind: promotionPackage.kind,
      link: promotionPackage.link ?? "",
      defaultLocale: promotionPackage.defaultLocale,
      content: promotionPackage.content,
    },
    audience: { segments: audience.segments, countries: audience.countries, locales: audience.locales },
    ...windowValues(event),
    dispatchTime: event.dispatchTime == null ? "" : (parseTime(event.dispatchTime) ?? event.dispatchTime),
    maxRate: event.maxRate ?? "",
  };
}

/** What is drawn begins at midnight; nobody wants to send then. */
const USUAL_DISPATCH_TIME = "09:00";

/** The values that a new event begins with. */
export function newValues(window: EventWindow, locale: string): EventValues {
  return {
    title: "",
    description: "",
    promotionPackage: {
      kind: "MESSAGE",
      link: "",
      defaultLocale: locale,
      content: { [locale]: { subject: "", body: "" } },
    },
    audience: { segments: [], countries: [], locales: [] },
    ...windowValues(window),
    dispatchTime: USUAL_DISPATCH_TIME,
    maxRate: "",
  };
}

function windowValues({ startDatetime, endDatetime, timeZone }: EventWindow) {
  const start = localMoment(startDatetime, timeZone);
  const end = localMoment(endDatetime, timeZone);
  return { startDate: start.date, startTime: start.time, endDate: end.date, endTime: end.time, timeZone };
}

/** The window's two instants; null while there is none. */
export function instantsOf(values: EventValues): { start: string | null; end: string | null } {
  return {
    start: momentInstant({ date: values.startDate, time: values.startTime }, values.timeZone),
    end: momentInstant({ date: values.endDate, time: values.endTime }, values.timeZone),
  };
}

/**
 * What is sent to keep the values.
 *
 * @param base the event they were made from: its instants are kept to the microsecond where nobody touched them
 */
export function draftOf(values: EventValues, base?: EventWindow): EventDraft {
  const { start, end } = instantsOf(values);
  const known = base && windowValues(base);
  const sameZone = known?.timeZone === values.timeZone;
  const sameStart = sameZone && known.startDate === values.startDate && known.startTime === values.startTime;
  const sameEnd = sameZone && known.endDate === values.endDate && known.endTime === values.endTime;
  const { promotionPackage } = values;
  return {
    title: values.title.trim(),
    description: values.description,
    promotionPackage: { ...promotionPackage, link: promotionPackage.link.trim() || null },
    audience: values.audience,
    startDatetime: base && sameStart ? base.startDatetime : start,
    endDatetime: base && sameEnd ? base.endDatetime : end,
    timeZone: values.timeZone,
    dispatchTime: values.dispatchTime.trim() === "" ? null : (parseTime(values.dispatchTime) ?? values.dispatchTime),
    maxRate: values.maxRate === "" ? null : values.maxRate,
  };
}
