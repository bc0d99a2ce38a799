import { HttpResponse, http } from "msw";
import type { Hint, Message, UnreadCount } from "../../api/types";
import { TEST_CONFIG } from "../../test/render";
import { server } from "../../test/server";
import type { MessagePage } from "../messages/merge";

const URL = TEST_CONFIG.inboxUrl;

/** A message as tests need it; the number is its place in the list, 1 the newest. */
export function message(number: number, more: Partial<Message> = {}): Message {
  return {
    messageId: `00000000-0000-8000-8000-${String(number).padStart(12, "0")}`,
    eventId: `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`,
    dispatchDate: "2026-11-27",
    subject: `Offer ${number}`,
    body: `Hello Anna,\nthis is offer ${number}.`,
    link: null,
    read: false,
    readAt: null,
    createdAt: "2026-11-27T09:00:00Z",
    state: "LIVE",
    test: false,
    ...more,
  };
}

/** The inbox service as far as a browser can tell, for one customer. */
export class FakeInbox {
  messages: Message[] = [];
  unsubscribed = false;
  /** Told instead of what is counted. */
  count: UnreadCount | null = null;
  /** The status the stream is refused with. */
  streamStatus = 200;
  /** Marks are refused with 500. */
  refusesMarks = false;
  /** `METHOD /path` of every request but the stream's. */
  readonly asked: string[] = [];
  private streams: ReadableStreamDefaultController<Uint8Array>[] = [];

  constructor(messages: Message[] = []) {
    this.messages = messages;
    server.use(
      http.get(`${URL}/messages/stream`, () => this.stream()),
      http.all(`${URL}/*`, ({ request }) => {
        this.asked.push(`${request.method} ${new globalThis.URL(request.url).pathname}`);
      }),
      http.get(`${URL}/messages/unread-count`, () => HttpResponse.json(this.unread())),
      http.get(`${URL}/messages`, ({ request }) => HttpResponse.json(this.page(new globalThis.URL(request.url)))),
      http.get(`${URL}/messages/:id`, ({ params }) => this.one(String(params.id))),
      http.put(`${URL}/messages/:id/:mark`, ({ params }) => this.mark(String(params.id), params.mark === "read")),
      http.post(`${URL}/messages/read-all`, async ({ request }) =>
        this.markAll(((await request.json()) as { upTo: string }).upTo),
      ),
      http.get(`${URL}/preferences`, () => HttpResponse.json({ unsubscribed: this.unsubscribed })),
      http.put(`${URL}/preferences`, async ({ request }) => {
        const preference = (await request.json()) as { unsubscribed: boolean };
        this.unsubscribed = preference.unsubscribed;
        return HttpResponse.json(preference);
      }),
    );
  }

  unread(): UnreadCount {
    const count = this.messages.filter(({ read, state }) => !read && state === "LIVE").length;
    return this.count ?? { count, hasMore: false };
  }

  /** Tells all browsers how things are. */
  hint(hint: Partial<Hint> = {}) {
    const data = JSON.stringify({ ...this.unread(), jitterMs: 0, ...hint } satisfies Hint);
    for (const stream of this.streams) {
      stream.enqueue(new TextEncoder().encode(`event: hint\ndata: ${data}\n\n`));
    }
  }

  private stream() {
    if (this.streamStatus !== 200) {
      return HttpResponse.json({ title: "Refused", status: this.streamStatus }, { status: this.streamStatus });
    }
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        this.streams.push(controller);
        this.hint();
      },
    });
    return new HttpResponse(body, { headers: { "Content-Type": "text/event-stream" } });
  }

  private page(url: globalThis.URL): MessagePage {
    const limit = Number(url.searchParams.get("limit"));
    const from = Number(url.searchParams.get("cursor") ?? 0);
    const unreadOnly = url.searchParams.get("status") === "unread";
    const listed = this.messages.filter(({ read, state }) => !unreadOnly || (!read && state === "LIVE"));
    const hasMore = listed.length > from + limit;
    return {
      upTo: this.messages[0]?.messageId ?? null,
      items: listed.slice(from, from + limit),
      hasMore,
      nextCursor: hasMore ? String(from + limit) : null,
    };
  }

  private one(id: string) {
    const found = this.messages.find(({ messageId }) => messageId === id);
    return found
      ? HttpResponse.json(found)
      : HttpResponse.json({ type: "urn:promo:problem:message-not-found", status: 404 }, { status: 404 });
  }

  private mark(id: string, read: boolean) {
    if (this.refusesMarks) {
      return HttpResponse.json({ status: 500 }, { status: 500 });
    }
    this.messages = this.messages.map((one) => (one.messageId === id ? { ...one, read } : one));
    return this.one(id);
  }

  /** Marks what stands there and below; what stands above has come since. */
  private markAll(upTo: string) {
    if (this.refusesMarks) {
      return HttpResponse.json({ status: 500 }, { status: 500 });
    }
    const seen = this.messages.findIndex(({ messageId }) => messageId === upTo);
    const updated = this.messages.slice(seen).filter(({ read }) => !read).length;
    this.messages = this.messages.map((one, place) => (place < seen ? one : { ...one, read: true }));
    return HttpResponse.json({ updated });
  }
}
