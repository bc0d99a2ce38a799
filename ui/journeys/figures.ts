import type { Page } from "@playwright/test";
import type { EventDay } from "../src/api/types";
import { date } from "./days";

// A shop of a quarter of a million customers: nobody reads messages on the stack of a test, so its own figures are bare.
const CUSTOMERS = 248_000;
const DAYS = 28;
/** The service's own bounds, in seconds, and how reads spread over them: most within hours, some days later. */
const BOUNDS = [
  60,
  300,
  900,
  1_800,
  3_600,
  7_200,
  14_400,
  28_800,
  43_200,
  86_400,
  172_800,
  259_200,
  604_800,
  1_209_600,
  2_592_000,
  null,
];
const SPREAD = [2, 6, 9, 9, 12, 14, 13, 11, 9, 7, 4, 2, 1, 0.6, 0.3, 0.1];

const PLANS = [
  { title: "Black Friday weekend", first: -3, last: 0, share: 1, rate: 0.61 },
  { title: "Weekly market offers", first: -DAYS + 1, last: 0, share: 0.42, rate: 0.34 },
  { title: "Autumn clearance", first: -22, last: -9, share: 0.8, rate: 0.45 },
  { title: "Early access for members", first: -12, last: -10, share: 0.12, rate: 0.72 },
];

function day(plan: (typeof PLANS)[number], eventId: string, offset: number): EventDay {
  const wave = 1 + Math.sin(offset * 1.7) / 12;
  const sent = Math.round(CUSTOMERS * plan.share * (1 + Math.cos(offset) / 200));
  // The latest days are still being read, and every day of an event a little less than the one before.
  const fresh = offset === 0 ? 0.4 : offset === -1 ? 0.8 : 1;
  const wanted = sent * plan.rate * wave * fresh * 0.985 ** (offset - plan.first);
  const buckets = BOUNDS.map((upToSeconds, index) => ({
    upToSeconds,
    count: Math.round((wanted * (SPREAD[index] ?? 0)) / 100),
  }));
  const read = buckets.reduce((sum, { count }) => sum + count, 0);
  return {
    eventId,
    title: plan.title,
    dispatchDate: date(offset),
    sent,
    read,
    readRate: read / sent,
    timeToRead: { medianSeconds: 3_900, p90Seconds: 58_000, buckets },
  };
}

/** Answers for inbox-api with the figures of some weeks. */
export async function serveFigures(page: Page, eventId: string): Promise<void> {
  const items = PLANS.flatMap((plan, index) =>
    Array.from({ length: plan.last - plan.first + 1 }, (_, number) =>
      day(plan, index === 0 ? eventId : `00000000-0000-4000-8000-00000000100${index}`, plan.first + number),
    ),
  ).sort((one, other) => one.dispatchDate.localeCompare(other.dispatchDate));
  await page.route("**/admin/analytics?*", (route) => {
    // The page with the figures has the same path.
    if (route.request().isNavigationRequest()) {
      return route.fallback();
    }
    const event = new URL(route.request().url()).searchParams.get("event");
    return route.fulfill({ json: { items: items.filter((item) => event == null || item.eventId === event) } });
  });
}
