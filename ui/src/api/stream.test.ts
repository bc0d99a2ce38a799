import { HttpResponse, http } from "msw";
import { describe, expect, it, vi } from "vitest";
import { server } from "../test/server";
import type { TokenSource } from "./clients";
import { listen, pauseBefore, type StreamEvent } from "./stream";

const URL = "http://inbox.test/messages/stream";
const TOKENS: TokenSource = { token: async () => "t", refreshed: async () => null };
const QUICK = { pauseMs: 1 };

function stream(text: string) {
  return new HttpResponse(text, { headers: { "Content-Type": "text/event-stream" } });
}

describe("a stream", () => {
  it("brings its events with their data, and is opened again when it breaks off", async () => {
    const asked: (string | null)[] = [];
    server.use(
      http.get(URL, ({ request }) => {
        asked.push(request.headers.get("Authorization"));
        return stream(`: comment\n\nevent: hint\ndata: {"count": ${asked.length}}\n\n`);
      }),
    );
    const events: StreamEvent[] = [];
    const lost = vi.fn();
    const end = listen(URL, TOKENS, { event: (event) => events.push(event), lost }, QUICK);
    await vi.waitFor(() => expect(events.length).toBeGreaterThanOrEqual(2));
    end();
    expect(events.slice(0, 2)).toEqual([
      { type: "hint", data: { count: 1 } },
      { type: "hint", data: { count: 2 } },
    ]);
    expect(asked[0]).toBe("Bearer t");
    expect(lost).toHaveBeenCalled();
  });

  it("is not tried again once the service refuses it for good", async () => {
    let asked = 0;
    server.use(
      http.get(URL, () => {
        asked++;
        return HttpResponse.json({ detail: "Not yours." }, { status: 403 });
      }),
    );
    const refused = vi.fn();
    listen(URL, TOKENS, { event: vi.fn(), refused }, QUICK);
    await vi.waitFor(() => expect(refused).toHaveBeenCalledWith(expect.objectContaining({ message: "Not yours." })));
    expect(asked).toBe(1);
  });

  it("that is silent for too long counts as dead", async () => {
    server.use(http.get(URL, () => new HttpResponse(new ReadableStream(), { status: 200 })));
    const lost = vi.fn();
    const end = listen(URL, TOKENS, { event: vi.fn(), lost }, { pauseMs: 60_000, silentMs: 20 });
    await vi.waitFor(() => expect(lost).toHaveBeenCalledOnce());
    end();
  });
});

describe("the pause before a stream is opened again", () => {
  it.each([0, 0.3, 1])("grows with failures in a row, to 20 s at most: random %d", (random) => {
    const pauses = Array.from({ length: 12 }, (_, failures) => pauseBefore(failures, 1_000, 0, random));
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
    expect(pauses[0]).toBeGreaterThanOrEqual(500);
    expect(pauses.at(-1)).toBeLessThanOrEqual(20_000);
  });

  it("is never shorter than the service asks for, and differs between those who ask", () => {
    expect(pauseBefore(0, 1_000, 60_000, 0)).toBe(60_000);
    expect(pauseBefore(0, 1_000, 60_000, 1)).toBe(120_000);
  });
});
