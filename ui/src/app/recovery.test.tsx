import { act, screen } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { createQueryClient } from "../api/queryClient";
import { CalendarPage } from "../calendar/CalendarPage";
import { RunsPage } from "../runs/RunsPage";
import { renderAs } from "../test/render";
import { server } from "../test/server";

const NOBODY = { items: [], hasMore: false, truncated: false, nextCursor: null };

beforeEach(() => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
});
afterEach(() => {
  vi.useRealTimers();
});

it.each([
  ["calendar", <CalendarPage key="" />, "/admin/event-calendar?view=agenda", /Nothing is planned/],
  ["runs page", <RunsPage key="" />, "/admin/runs", /No published event has a day to come|Nothing is being sent/],
])("the %s says that a service is away, and recovers by itself", async (_, page, path, recovered) => {
  let away = true;
  server.use(
    http.all("*", () =>
      away ? HttpResponse.json({ status: 503, title: "away" }, { status: 503 }) : HttpResponse.json(NOBODY),
    ),
  );
  renderAs(["admin"], page, path, { queries: createQueryClient() });
  // The page's own tries and pauses, only without the wait.
  await act(() => vi.advanceTimersByTimeAsync(20_000));
  expect((await screen.findAllByText("The server does not answer")).length).toBeGreaterThan(0);
  away = false;
  await act(() => vi.advanceTimersByTimeAsync(60_000));
  expect((await screen.findAllByText(recovered)).length).toBeGreaterThan(0);
  expect(screen.queryByText("The server does not answer")).not.toBeInTheDocument();
});
