import { HttpResponse, http } from "msw";
import type { AudienceEstimate, EventPreview, HistoryEntry, PromoEvent, Run, RunAction } from "../../api/types";
import { server } from "../../test/server";

export const CALENDAR = "http://calendar.test";
export const DISPATCH = "http://dispatch.test";

/** A draft of three days, a month from now in the tests' eyes: far enough for nothing of it to have gone by. */
export function anEvent(changes: Partial<PromoEvent> = {}): PromoEvent {
  return {
    eventId: "0197a000-0000-7000-8000-000000000001",
    title: "Spring sale",
    description: "For the garden.",
    promotionPackage: {
      kind: "MESSAGE",
      link: "https://shop.example/garden",
      defaultLocale: "en",
      content: { en: { subject: "Hello {{name}}", body: "Everything is cheaper." } },
    },
    audience: { segments: [], countries: ["DE"], locales: [] },
    startDatetime: "2099-11-23T08:00:00Z",
    endDatetime: "2099-11-25T20:00:00Z",
    timeZone: "Europe/Berlin",
    dispatchTime: null,
    maxRate: null,
    status: "DRAFT",
    version: 1,
    createdBy: "admin",
    createdAt: "2026-11-01T08:00:00Z",
    updatedBy: "admin",
    updatedAt: "2026-11-01T08:00:00Z",
    ...changes,
  };
}

const DATES: EventPreview["dates"] = [
  { date: "2099-11-23", dueAt: "2099-11-23T08:00:00Z", missedAfter: "2099-11-23T23:00:00Z" },
  { date: "2099-11-24", dueAt: "2099-11-24T08:00:00Z", missedAfter: "2099-11-24T23:00:00Z" },
  { date: "2099-11-25", dueAt: "2099-11-25T08:00:00Z", missedAfter: "2099-11-25T23:00:00Z" },
];

/** What the services know in a test; to be changed while it runs. */
export type Known = {
  event: PromoEvent | null;
  dates: EventPreview["dates"];
  history: HistoryEntry[];
  actions: RunAction[];
  runs: Run[];
  /** What was sent, by method and path. */
  sent: { method: string; path: string; body: unknown; ifMatch: string | null; key: string | null }[];
};

/** A page of the history as calendar-api answers it: the newest first, and no page for a cursor that it never gave. */
function historyPage(history: readonly HistoryEntry[], request: Request) {
  const query = new URL(request.url).searchParams;
  const from = Number(query.get("cursor") ?? 0);
  if (query.has("cursor") && !(from > 0)) {
    return HttpResponse.json({ title: "Bad Request", status: 400, detail: "cursor is not one" }, { status: 400 });
  }
  const to = from + Number(query.get("limit") ?? 50);
  const hasMore = to < history.length;
  return HttpResponse.json({
    items: history.toReversed().slice(from, to),
    hasMore,
    nextCursor: hasMore ? String(to) : null,
  });
}

const ESTIMATE: AudienceEstimate = {
  eligible: 99_021,
  total: 100_000,
  excluded: [
    { reason: "UNSUBSCRIBED", count: 979 },
    { reason: "COUNTRY", count: 0 },
  ],
};

/** Services that know one event and keep what they are sent; a stale version is refused as calendar-api does. */
export function services(event: PromoEvent | null): Known {
  const known: Known = { event, dates: DATES, history: [], actions: [], runs: [], sent: [] };
  const keep = async (request: Request) => {
    const text = await request.text();
    const sent = {
      method: request.method,
      path: new URL(request.url).pathname,
      body: text === "" ? null : (JSON.parse(text) as unknown),
      ifMatch: request.headers.get("If-Match"),
      key: request.headers.get("Idempotency-Key"),
    };
    known.sent.push(sent);
    return sent;
  };
  const changed = (changes: Partial<PromoEvent>) => {
    const before = known.event ?? anEvent({ version: 0 });
    known.event = { ...before, ...changes, version: before.version + 1 };
    return HttpResponse.json(known.event);
  };
  const refused = (ifMatch: string | null) =>
    ifMatch === `"${known.event?.version}"` ? null : problem(412, "stale", "The event was changed meanwhile.");
  const step = (status: PromoEvent["status"]) =>
    async function answer({ request }: { request: Request }) {
      const { ifMatch } = await keep(request.clone() as Request);
      const dry = new URL(request.url).searchParams.get("dryRun") === "true";
      return refused(ifMatch) ?? (dry ? HttpResponse.json(known.event) : changed({ status }));
    };
  server.use(
    http.get(`${CALENDAR}/events/calendar`, () => HttpResponse.json({ items: [], truncated: false })),
    http.get(`${CALENDAR}/events/:id/history`, ({ request }) => historyPage(known.history, request)),
    http.get(`${CALENDAR}/events/:id`, () =>
      known.event == null ? problem(404, "unknown-event", "There is no such event.") : HttpResponse.json(known.event),
    ),
    http.post(`${CALENDAR}/events/preview`, async ({ request }) => {
      const { promotionPackage, sample } = (await request.json()) as {
        promotionPackage: PromoEvent["promotionPackage"];
        sample: { name: string } | null;
      };
      const texts = promotionPackage.content[promotionPackage.defaultLocale] ?? { subject: "", body: "" };
      const render = (text: string) => text.replaceAll("{{name}}", sample?.name ?? "Anna");
      const { link } = promotionPackage;
      const preview: EventPreview = {
        subject: render(texts.subject),
        body: render(texts.body),
        link,
        dates: known.dates,
      };
      return HttpResponse.json(preview);
    }),
    http.post(`${CALENDAR}/events`, async ({ request }) => changed((await keep(request)).body as Partial<PromoEvent>)),
    http.put(`${CALENDAR}/events/:id`, async ({ request }) => {
      const { ifMatch, body } = await keep(request);
      return refused(ifMatch) ?? changed(body as Partial<PromoEvent>);
    }),
    http.post(`${CALENDAR}/events/:id/publish`, step("PUBLISHED")),
    http.post(`${CALENDAR}/events/:id/cancel`, step("CANCELLED")),
    http.post(`${DISPATCH}/audience/estimate`, () => HttpResponse.json(ESTIMATE)),
    http.get(`${DISPATCH}/audience/values`, () =>
      HttpResponse.json({ segments: ["vip"], countries: ["DE"], locales: [] }),
    ),
    http.get(`${DISPATCH}/runs/actions`, () => HttpResponse.json({ items: known.actions, truncated: false })),
    http.get(`${DISPATCH}/runs`, ({ request }) => {
      const state = new URL(request.url).searchParams.get("state");
      const items = known.runs.filter((run) => state == null || run.state === state);
      return HttpResponse.json({ items, nextCursor: null, hasMore: false });
    }),
  );
  return known;
}

/** A refusal as the services word them. */
export function problem(status: number, slug: string, detail: string, errors?: { field: string; message: string }[]) {
  const type = `urn:promo:problem:${slug}`;
  return HttpResponse.json({ type, title: detail, status, detail, instance: "/events", errors }, { status });
}
