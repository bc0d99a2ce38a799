import type { PromoEvent, Run } from "../src/api/types";
import { at, date } from "./days";
import { admin, cancelled, changed, created, published, runs, runWhen } from "./events";
import { urls } from "./stack";

/** Messages a second of the run that is to be seen under way: some minutes for the local stack's customers. */
const SLOW = 60;

const LIVE = "Black Friday weekend";
const WEEKLY = "Weekly market offers";
const POINTS = "Triple loyalty points";

/** What a shop has in its calendar around Black Friday, in every state; made once. */
export type Season = { live: PromoEvent; run: Run; draft: PromoEvent; weekly: PromoEvent };

async function named(title: string): Promise<PromoEvent[]> {
  const query = `limit=100&q=${encodeURIComponent(title)}`;
  const { items } = await admin.get<{ items: PromoEvent[] }>(`${urls.calendar}/events?${query}`);
  return items.filter((event) => event.title === title);
}

/** The event of that title, made unless it is there. */
async function once(title: string, make: (title: string) => Promise<PromoEvent>): Promise<PromoEvent> {
  return (await named(title)).find(({ status }) => status !== "CANCELLED") ?? make(title);
}

/** A cancelled event, made unless it is there. */
async function calledOffOnce(title: string): Promise<PromoEvent> {
  return (await named(title)).find(({ status }) => status === "CANCELLED") ?? calledOff(title);
}

/** The event whose run of today is under way; one whose run has ended is of no more use. */
async function underWayOnce(title: string): Promise<PromoEvent> {
  const known = (await named(title)).filter(({ status }) => status === "PUBLISHED");
  for (const event of known) {
    if (
      (await runs(event.eventId)).some(({ dispatchDate, state }) => dispatchDate === date(0) && state === "RUNNING")
    ) {
      return event;
    }
    await cancelled(event.eventId);
  }
  return underWay(title);
}

/** Sent on two of the days that went by, missed on one, and today under way. */
async function underWay(title: string): Promise<PromoEvent> {
  const { eventId } = await published({
    title,
    subject: "{{name}}, up to 40 % off this weekend",
    body: "Hello {{name}},\n\nour biggest sale of the year is on: up to 40 % off coats, boots and everything knitted, online and in every shop.\n\nUntil {{endDate}}, while stocks last.",
    startDatetime: at(-3, "00:00"),
    endDatetime: at(4, "00:00"),
    dispatchTime: "23:30",
  });
  await runWhen(eventId, date(-1), (run) => run.state === "MISSED");
  await admin.post(`${urls.dispatch}/backfills`, {
    eventId,
    from: date(-3),
    to: date(-2),
    mode: "missing",
    dryRun: false,
  });
  await Promise.all([-3, -2].map((day) => runWhen(eventId, date(day), (run) => run.state === "COMPLETED")));
  return changed(eventId, { dispatchTime: "00:00", maxRate: SLOW });
}

async function calledOff(title: string): Promise<PromoEvent> {
  const { eventId } = await published({
    title,
    subject: "Headphones for one day only, {{name}}",
    startDatetime: at(-13, "00:00"),
    endDatetime: at(2, "00:00"),
  });
  await runWhen(eventId, date(0), (run) => run.state === "COMPLETED");
  return cancelled(eventId);
}

async function weeklyOffers(title: string): Promise<PromoEvent> {
  const event = await published({
    title,
    subject: "This week: pumpkins, pears and pecorino",
    body: "Hello {{name}},\n\nfresh from the region, every week until {{endDate}}.",
    startDatetime: at(-6, "00:00"),
    endDatetime: at(15, "00:00"),
  });
  await runWhen(event.eventId, date(0), (run) => run.state === "COMPLETED");
  return event;
}

/** The season's events, each made unless it is there. */
export async function season(): Promise<Season> {
  const [draft, weekly, live] = await Promise.all([
    once("Gift cards for late shoppers", (title) =>
      created({
        title,
        description: "For those who have found nothing yet. Creative: the red envelope.",
        startDatetime: at(8, "00:00"),
        endDatetime: at(13, "00:00"),
        dispatchTime: "07:30",
        maxRate: 50_000,
        audience: { segments: ["newsletter", "vip"], countries: [], locales: [] },
        promotionPackage: {
          kind: "MESSAGE",
          link: "https://shop.example/gift-cards",
          defaultLocale: "en",
          content: {
            en: {
              subject: "Still looking, {{name}}? A gift card always fits",
              body: "Hello {{name}},\n\norder a gift card before {{endDate}}, print it at home, and be done with it.",
            },
            de: {
              subject: "Noch kein Geschenk, {{name}}?",
              body: "Hallo {{name}},\n\nGutscheine gibt es bis {{endDate}}, zum Ausdrucken.",
            },
          },
        },
      }),
    ),
    once(WEEKLY, weeklyOffers),
    underWayOnce(LIVE),
    once("Autumn clearance", (title) =>
      published({
        title,
        subject: "Last call for autumn, {{name}}",
        startDatetime: at(-9, "00:00"),
        endDatetime: new Date(Date.now() + 4_000).toISOString(),
      }),
    ),
    once("Advent calendar", (title) =>
      published({ title, startDatetime: at(4, "00:00"), endDatetime: at(28, "00:00") }),
    ),
    once("Winter boots, 15 % off", (title) =>
      published({
        title,
        startDatetime: at(6, "00:00"),
        endDatetime: at(12, "00:00"),
        audience: { segments: ["vip"], countries: ["DE", "AT", "CH"], locales: [] },
      }),
    ),
    once("Early access for members", (title) =>
      created({
        title,
        startDatetime: at(1, "08:00"),
        endDatetime: at(3, "00:00"),
        dispatchTime: null,
        audience: { segments: ["vip"], countries: [], locales: [] },
      }),
    ),
    once("Sledges and skis", (title) =>
      created({ title, startDatetime: at(9, "00:00"), endDatetime: at(17, "00:00") }),
    ),
    once("Sample sale", (title) => created({ title, startDatetime: at(-10, "10:00"), endDatetime: at(-8, "20:00") })),
    once(POINTS, (title) =>
      published({
        title,
        subject: "Three times the points, {{name}}",
        body: "Hello {{name}},\n\nuntil {{endDate}} every purchase counts three times.",
        startDatetime: at(-19, "00:00"),
        endDatetime: at(3, "00:00"),
        audience: { segments: ["regular"], countries: [], locales: [] },
      }),
    ),
    calledOffOnce("Headphones flash sale"),
  ]);
  const run = await runWhen(live.eventId, date(0), ({ state, delivered }) => state === "RUNNING" && delivered > 0);
  return { live, run, draft, weekly };
}

/** Nothing of it is sent any more, and no run of it is left for others to wait for. */
export async function endOfSeason(): Promise<void> {
  const events = (await Promise.all([LIVE, WEEKLY, POINTS].map(named))).flat();
  await Promise.all(events.filter(({ status }) => status === "PUBLISHED").map(({ eventId }) => cancelled(eventId)));
}
