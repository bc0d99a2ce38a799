import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { TEST_CONFIG } from "../test/render";
import { server } from "../test/server";
import { serviceTexts } from "../texts/service";
import { createApi } from "./clients";
import { isUnreachable, ProblemError } from "./problem";

const EVENTS = "http://calendar.test/events";

describe("a service's client", () => {
  it("asks once more with a newer token when the present one is refused", async () => {
    const seen: (string | null)[] = [];
    server.use(
      http.get(EVENTS, ({ request }) => {
        seen.push(request.headers.get("Authorization"));
        return seen.length === 1
          ? HttpResponse.json({}, { status: 401 })
          : HttpResponse.json({ items: [], hasMore: false });
      }),
    );
    const api = createApi(TEST_CONFIG, { token: async () => "old", refreshed: async () => "new" });
    const answer = await api.calendar.GET("/events", { params: { query: {} as never } });
    expect(answer.data?.items).toEqual([]);
    expect(seen).toEqual(["Bearer old", "Bearer new"]);
  });

  it("throws the problem details with the fields they name", async () => {
    server.use(
      http.post(EVENTS, () =>
        HttpResponse.json(
          {
            type: "urn:promo:problem:invalid-event",
            title: "Invalid",
            status: 422,
            detail: "The event cannot be kept.",
            errors: [{ field: "title", message: "must not be empty" }],
          },
          { status: 422 },
        ),
      ),
    );
    const api = createApi(TEST_CONFIG, { token: async () => "t", refreshed: async () => null });
    const refusal = await api.calendar.POST("/events", { body: {} as never }).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ProblemError);
    expect(refusal).toMatchObject({
      status: 422,
      kind: "invalid-event",
      message: "The event cannot be kept.",
      fields: [{ field: "title", message: "must not be empty" }],
    });
    expect(isUnreachable(refusal)).toBe(false);
  });

  it("says which status it was where the service says nothing", async () => {
    server.use(http.get(EVENTS, () => new HttpResponse(null, { status: 500 })));
    const api = createApi(TEST_CONFIG, { token: async () => "t", refreshed: async () => null });
    const broken = await api.calendar
      .GET("/events", { params: { query: {} as never } })
      .catch((error: unknown) => error);
    expect(broken).toMatchObject({ status: 500, message: serviceTexts.answered(500) });
  });

  it("tells a service that is away from one that refuses", async () => {
    server.use(http.get(EVENTS, () => HttpResponse.error()));
    const api = createApi(TEST_CONFIG, { token: async () => "t", refreshed: async () => null });
    const away = await api.calendar.GET("/events", { params: { query: {} as never } }).catch((error: unknown) => error);
    expect(isUnreachable(away)).toBe(true);
  });
});
