import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it, vi } from "vitest";
import { runWith } from "../../runs/testRuns";
import * as toasts from "../../shell/toasts";
import { server } from "../../test/server";
import { dialogNamed, field, fill, openDrawer } from "../test/drawer";
import { anEvent, CALENDAR, DISPATCH, problem, services } from "../test/events";

describe("publishing", () => {
  it("asks with the numbers, and publishes once on the version that was asked about", async () => {
    const known = services(anEvent());
    const { user } = openDrawer();
    await user.click(await screen.findByRole("button", { name: "Publish…" }));
    const question = await dialogNamed("Publish this event?");
    expect(await within(question).findByText("99,021 customers × 3 days = 297,063 messages")).toBeVisible();
    expect(within(question).getByText("Mon, Nov 23, 2099, 09:00")).toBeVisible();
    await user.click(within(question).getByRole("button", { name: "Send to 99,021 customers on 3 days" }));
    await waitFor(() => expect(known.event?.status).toBe("PUBLISHED"));
    const [dry, real] = known.sent;
    expect([dry?.ifMatch, real?.ifMatch]).toEqual(['"1"', '"1"']);
    expect(real?.key).not.toBeNull();
    expect(await screen.findByText("This event is published")).toBeVisible();
  });

  it("saves first what was typed", async () => {
    const known = services(anEvent());
    const { user } = openDrawer();
    await fill("Title", "Other");
    await user.click(screen.getByRole("button", { name: "Save and publish…" }));
    const question = await dialogNamed("Publish this event?");
    expect(within(question).getByText("Other")).toBeVisible();
    expect(known.sent.map(({ method }) => method)).toEqual(["PUT", "POST"]);
  });

  it("shows at the field what stands in the way, before anything is asked", async () => {
    services(anEvent());
    const message = "has passed; move the window into the future";
    server.use(
      http.post(`${CALENDAR}/events/:id/publish`, () =>
        problem(422, "not-publishable", "No.", [{ field: "endDatetime", message }]),
      ),
    );
    const { user } = openDrawer();
    await user.click(await screen.findByRole("button", { name: "Publish…" }));
    expect(await screen.findByText("End has passed; move the window into the future.")).toBeVisible();
    await waitFor(async () => expect(await field("End date")).toHaveFocus());
    expect(screen.queryByText("Publish this event?")).not.toBeInTheDocument();
  });

  it("hints at other events for the same customers", async () => {
    services(anEvent());
    const other = {
      ...anEvent({ eventId: "0197a000-0000-7000-8000-000000000002", title: "Rival", status: "PUBLISHED" }),
    };
    server.use(http.get(`${CALENDAR}/events/calendar`, () => HttpResponse.json({ items: [other], truncated: false })));
    const { user, onOpen } = openDrawer();
    expect(await screen.findByText("1 other event for these customers at the same time")).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Publish…" }));
    const question = await dialogNamed("Publish this event?");
    await user.click(await within(question).findByRole("button", { name: /^Rival/ }));
    expect(onOpen).toHaveBeenCalledWith(other.eventId);
    await waitFor(() => expect(screen.queryByText("Publish this event?")).not.toBeInTheDocument());
  });

  it("can be asked again for the dates when they did not come", async () => {
    services(anEvent());
    const { user } = openDrawer();
    const publish = await screen.findByRole("button", { name: "Publish…" });
    await screen.findByText(/^3 dates/);
    let answers = false;
    server.use(
      http.post(`${CALENDAR}/events/preview`, () =>
        answers ? undefined : problem(503, "away", "The service is starting."),
      ),
    );
    await user.click(publish);
    const question = await dialogNamed("Publish this event?");
    const again = await within(question).findByRole("button", { name: "Try again" });
    answers = true;
    await user.click(again);
    expect(await within(question).findByRole("button", { name: /^Send to 99,021/ })).toBeVisible();
  });
});

describe("cancelling", () => {
  it("says what stops, what stays and what is not sent", async () => {
    const known = services(anEvent({ status: "PUBLISHED" }));
    known.dates = [
      { date: "2020-01-01", dueAt: "2020-01-01T08:00:00Z", missedAfter: "2020-01-01T23:00:00Z" },
      ...known.dates,
    ];
    known.runs = [
      runWith({ runId: "r1", state: "PAUSED", dispatchDate: "2020-01-01", delivered: 1_000, eligible: 99_021 }),
      runWith({ runId: "r2", state: "DUE", dispatchDate: "2020-01-02", delivered: 0, eligible: null }),
      runWith({ runId: "r3", state: "FAILED", dispatchDate: "2020-01-03", delivered: 7, eligible: 10 }),
      runWith({ runId: "r4", state: "COMPLETED", dispatchDate: "2020-01-04" }),
    ];
    const { user } = openDrawer();
    await user.click(await screen.findByRole("button", { name: "Cancel event…" }));
    const question = await dialogNamed("Cancel this event for good?");
    expect(within(question).queryByText(/No run/)).not.toBeInTheDocument();
    expect(await within(question).findByText(/2 runs are not over and stop for good/)).toBeVisible();
    expect(within(question).getByText("Wed, Jan 1, 2020 · Paused · 1,000 of 99,021 handled so far")).toBeVisible();
    expect(within(question).getByText("Thu, Jan 2, 2020 · Due · 0 handled so far")).toBeVisible();
    expect(within(question).getByText("1 run that ended early can no longer be restarted")).toBeVisible();
    expect(within(question).getByText("Fri, Jan 3, 2020 · Failed · 7 of 10 handled so far")).toBeVisible();
    expect(within(question).queryByText(/Jan 4/)).not.toBeInTheDocument();
    expect(within(question).getByText(/1 date so far: what was sent stays in the inboxes/)).toBeVisible();
    expect(within(question).getByText("The remaining 3 dates will not be sent.")).toBeVisible();
    await user.click(within(question).getByRole("button", { name: "Cancel the event" }));
    await waitFor(() => expect(known.event?.status).toBe("CANCELLED"));
  });
});

describe("a draft", () => {
  it("is deleted after a question", async () => {
    services(anEvent());
    const asked: string[] = [];
    server.use(
      http.delete(`${CALENDAR}/events/:id`, ({ request }) => {
        asked.push(request.headers.get("If-Match") ?? "");
        return new HttpResponse(null, { status: 204 });
      }),
    );
    const { user, onClose } = openDrawer();
    await user.click(await screen.findByRole("button", { name: "Delete…" }));
    await user.click(await screen.findByRole("button", { name: "Delete the draft" }));
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(asked).toEqual(['"1"']);
  });
});

/** Takes tests as calendar-api does, and says what came of them; null: there is no word of it yet. */
function answerTest(outcome: () => object | null) {
  const testId = "0197a000-0000-7000-8000-0000000000a1";
  const { eventId } = anEvent();
  server.use(
    http.post(`${CALENDAR}/events/${eventId}/test-send`, () =>
      HttpResponse.json({ testId, eventId, dryRun: false }, { status: 202 }),
    ),
    http.get(`${DISPATCH}/test-sends/${testId}`, () => {
      const known = outcome();
      return known == null
        ? problem(404, "not-found", "there is no word of it")
        : HttpResponse.json({ testId, eventId, at: "2099-11-01T08:00:00Z", ...known });
    }),
  );
}

describe("a test", () => {
  it.each(["DRAFT", "PUBLISHED"] as const)("of an event that is %s waits for what came of it", async (status) => {
    services(anEvent({ status }));
    const message = { subject: "Hello Anna", body: "b", locale: "en", userId: "u", eventId: "e", dryRun: false };
    let asked = 0;
    answerTest(() => (asked++ === 0 ? null : { state: "SENT", message }));
    const done = vi.spyOn(toasts, "toastDone");
    const { user } = openDrawer({ role: "operator" });
    await user.click(await screen.findByRole("button", { name: "Test send…" }));
    await user.type(await field("Customer"), "anna@example.com");
    await user.click(screen.getByRole("button", { name: "Send the test" }));
    await waitFor(() => expect(done).toHaveBeenCalledWith("Test sent: “Hello Anna”"));
    expect(asked).toBe(2);
  });

  it("goes to one customer; operators may send it, and are told when there is no such customer", async () => {
    services(anEvent({ status: "PUBLISHED" }));
    answerTest(() => ({ state: "REFUSED", status: 404, detail: "customer x@y.z does not exist" }));
    const { user } = openDrawer({ role: "operator" });
    await user.click(await screen.findByRole("button", { name: "Test send…" }));
    const customer = await field("Customer");
    await user.click(screen.getByRole("button", { name: "Send the test" }));
    expect(screen.getByText("Name a customer by e-mail address or id.")).toBeVisible();
    await user.type(customer, "x@y.z");
    await user.click(screen.getByRole("button", { name: "Send the test" }));
    expect(await screen.findByText("Customer x@y.z does not exist")).toBeVisible();
  });

  it("is sent once, however often Enter is pressed meanwhile", async () => {
    services(anEvent({ status: "PUBLISHED" }));
    let sent = 0;
    server.use(
      http.post(`${CALENDAR}/events/:id/test-send`, () => {
        sent++;
        return problem(404, "not-found", "customer x@y.z does not exist");
      }),
    );
    const { user } = openDrawer({ role: "operator" });
    await user.click(await screen.findByRole("button", { name: "Test send…" }));
    const customer = await field("Customer");
    fireEvent.change(customer, { target: { value: "x@y.z" } });
    const form = customer.closest("form") as HTMLFormElement;
    fireEvent.submit(form);
    fireEvent.submit(form);
    expect(await screen.findByText("Customer x@y.z does not exist")).toBeVisible();
    expect(sent).toBe(1);
  });
});
