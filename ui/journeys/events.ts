import type { EventDraft, PromoEvent, Run } from "../src/api/types";
import { zone } from "./days";
import { expect } from "./journey";
import { Rest } from "./rest";
import { urls } from "./stack";

/** Plans beside the page, as another admin would. */
export const admin = new Rest("admin");

type Plan = Pick<EventDraft, "title" | "startDatetime" | "endDatetime"> &
  Partial<EventDraft> & { subject?: string; body?: string };

/** An event for everyone, unless the plan says otherwise. */
export function draftOf({ subject, body, ...plan }: Plan): EventDraft {
  return {
    timeZone: zone,
    dispatchTime: "00:00",
    audience: { segments: [], countries: [], locales: [] },
    promotionPackage: {
      kind: "MESSAGE",
      defaultLocale: "en",
      content: {
        en: {
          subject: subject ?? `${plan.title}, {{name}}`,
          body: body ?? "Hello {{name}},\n\nonly until {{endDate}}.",
        },
      },
    },
    ...plan,
  };
}

export function created(plan: Plan): Promise<PromoEvent> {
  return admin.post(`${urls.calendar}/events`, draftOf(plan));
}

export async function published(plan: Plan): Promise<PromoEvent> {
  const { eventId } = await created(plan);
  return admin.post(`${urls.calendar}/events/${eventId}/publish`);
}

export function cancelled(eventId: string): Promise<PromoEvent> {
  return admin.post(`${urls.calendar}/events/${eventId}/cancel`);
}

/** Replaces some of an event's fields, whatever its version is. */
export async function changed(eventId: string, changes: Partial<EventDraft>): Promise<PromoEvent> {
  const event = await admin.get<PromoEvent>(`${urls.calendar}/events/${eventId}`);
  return admin.put(`${urls.calendar}/events/${eventId}?confirm=true`, { ...event, ...changes }, event.version);
}

export async function runs(eventId: string): Promise<Run[]> {
  return (await admin.get<{ items: Run[] }>(`${urls.dispatch}/runs?eventId=${eventId}&limit=100`)).items;
}

/** The event's run of a date, as soon as it fits. */
export async function runWhen(eventId: string, date: string, fits: (run: Run) => boolean): Promise<Run> {
  let found: Run | undefined;
  await expect
    .poll(
      async () => {
        found = (await runs(eventId)).find((run) => run.dispatchDate === date);
        return found != null && fits(found);
      },
      { message: `the run of ${date}`, timeout: 30_000, intervals: [200] },
    )
    .toBe(true);
  return found as Run;
}
