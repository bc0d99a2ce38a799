import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { server } from "../test/server";
import { field, fill, openDrawer } from "./test/drawer";
import { anEvent, CALENDAR, problem, services } from "./test/events";

const WINDOW = {
  startDatetime: "2099-12-01T08:00:00Z",
  endDatetime: "2099-12-03T22:59:00Z",
  timeZone: "Europe/Berlin",
};

describe("a new event", () => {
  it("says at the fields what is missing, and goes to the first of them", async () => {
    const known = services(null);
    const { user } = openDrawer({ target: { newEvent: WINDOW } });
    await user.click(await screen.findByRole("button", { name: "Save draft" }));
    expect(await screen.findByText("Give the event a title.")).toBeVisible();
    expect(screen.getByText("Write a subject.")).toBeVisible();
    await waitFor(async () => expect(await field("Title")).toHaveFocus());
    expect(known.sent).toEqual([]);
  });

  it("is made once with what was typed, and shown as the draft it has become", async () => {
    const known = services(null);
    const { user, onOpen } = openDrawer({ target: { newEvent: WINDOW } });
    await fill("Title", "Autumn sale");
    await fill("Subject", "Hi");
    await fill("Body", "There");
    await user.keyboard("{Control>}s{/Control}");
    await waitFor(() => expect(onOpen).toHaveBeenCalledWith(known.event?.eventId));
    expect(known.sent).toHaveLength(1);
    expect(known.sent[0]?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(known.sent[0]?.body).toMatchObject({
      ...WINDOW,
      title: "Autumn sale",
      promotionPackage: { content: { en: { subject: "Hi", body: "There" } }, defaultLocale: "en", link: null },
      dispatchTime: "09:00",
      maxRate: null,
    });
  });
});

describe("an event", () => {
  it("shows what the service finds wrong at the field it names, and the rest above the actions", async () => {
    services(anEvent());
    const { user } = openDrawer();
    await fill("Body", "Everything is cheaper. More.");
    server.use(
      http.put(`${CALENDAR}/events/:id`, () =>
        problem(400, "invalid-event", "Invalid.", [
          { field: "promotionPackage.content.en.subject", message: "may have at most 5 characters" },
          { field: "promotionPackage.content", message: "makes the event 400000 bytes long" },
        ]),
      ),
    );
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    expect(await screen.findByText("Subject may have at most 5 characters.")).toBeVisible();
    await waitFor(async () => expect(await field("Subject")).toHaveFocus());
    expect(screen.getByRole("alert")).toHaveTextContent("Texts makes the event 400000 bytes long.");
    expect(await field("Body")).toHaveValue("Everything is cheaper. More.");
  });

  it("is saved on its version, and keeps the instants that nobody touched", async () => {
    const known = services(anEvent({ version: 7, startDatetime: "2099-11-23T08:00:12.345678Z" }));
    const { user } = openDrawer();
    await fill("Title", "Spring sale!");
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    await waitFor(() => expect(known.sent).toHaveLength(1));
    expect(known.sent[0]).toMatchObject({
      method: "PUT",
      ifMatch: '"7"',
      body: { title: "Spring sale!", startDatetime: "2099-11-23T08:00:12.345678Z" },
    });
    await waitFor(() => expect(screen.queryByRole("button", { name: "Save draft" })).not.toBeInTheDocument());
  });

  it("keeps its local times when its zone changes", async () => {
    const known = services(anEvent());
    const { user } = openDrawer();
    const zone = await screen.findByRole("combobox", { name: "Time zone" });
    await user.click(zone);
    fireEvent.change(zone, { target: { value: "new york" } });
    await user.click(await screen.findByRole("option", { name: /America\/New_York/ }));
    expect(screen.getByRole("combobox", { name: "Start time" })).toHaveValue("09:00");
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    await waitFor(() => expect(known.sent).toHaveLength(1));
    expect(known.sent[0]?.body).toMatchObject({
      timeZone: "America/New_York",
      startDatetime: "2099-11-23T14:00:00Z",
      endDatetime: "2099-11-26T02:00:00Z",
    });
  });

  it("previews what is typed, says what placeholder is unknown, and writes a known one", async () => {
    services(anEvent());
    const { user } = openDrawer();
    expect(await screen.findByText("Hello Anna")).toBeVisible();
    const subject = await field("Subject");
    await fill("Subject", "Hello {{nope}}");
    expect(await screen.findByText(/Nothing is filled in for {{nope}}/)).toBeVisible();
    await fill("Subject", "Dear ");
    await user.click(subject);
    await user.click(screen.getByRole("button", { name: "Insert name" }));
    expect(subject).toHaveValue("Dear {{name}}");
    const sample = screen.getByRole("group", { name: "As this customer would read it" });
    fireEvent.change(within(sample).getByLabelText("Name"), { target: { value: "Greta" } });
    expect(await screen.findByText("Dear Greta")).toBeVisible();
    expect(screen.getByText("3 dates, first Mon, Nov 23, 2099, 09:00 Europe/Berlin")).toBeVisible();
    expect(screen.getByText("99,021 of 100,000 customers")).toBeVisible();
  });

  it("can only be read by who may not plan, and when it is over", async () => {
    services(anEvent());
    const viewer = openDrawer({ role: "viewer" });
    expect(await screen.findByText("You may look at this event; admins may change it.")).toBeVisible();
    expect(screen.queryByRole("textbox", { name: "Title" })).not.toBeInTheDocument();
    expect(screen.queryByRole("button", { name: "Duplicate" })).not.toBeInTheDocument();
    viewer.unmount();
    services(anEvent({ status: "CANCELLED" }));
    openDrawer();
    expect(await screen.findByText(/This event is cancelled and cannot be changed/)).toBeVisible();
    expect(screen.getByRole("button", { name: "Duplicate" })).toBeVisible();
  });

  it("is told to be gone when it does not exist", async () => {
    services(null);
    openDrawer();
    expect(await screen.findAllByText("This event does not exist any more")).not.toHaveLength(0);
  });

  it("lists, while dates and audience are typed, the events that overlap; each is a way to it", async () => {
    services(anEvent());
    const eventId = "0197a000-0000-7000-8000-000000000002";
    const rival = anEvent({ eventId, title: "Rival", status: "PUBLISHED" });
    server.use(http.get(`${CALENDAR}/events/calendar`, () => HttpResponse.json({ items: [rival], truncated: false })));
    const { user, onOpen } = openDrawer();
    await fill("Title", "Other");
    await user.click(await screen.findByRole("button", { name: /^Rival/ }));
    expect(onOpen).not.toHaveBeenCalled();
    await user.click(await screen.findByRole("button", { name: "Discard changes" }));
    expect(onOpen).toHaveBeenCalledWith(eventId);
  });

  it("says that it may be old when its service is away", async () => {
    services(anEvent());
    const { client } = openDrawer();
    await field("Title");
    expect(screen.queryByText("The server does not answer")).not.toBeInTheDocument();
    server.use(http.get(`${CALENDAR}/events/:id`, () => HttpResponse.error()));
    await client.refetchQueries({ queryKey: ["get", "/events/{eventId}"] });
    expect(await screen.findByText("The server does not answer")).toBeVisible();
  });

  it("can be tried again when its service is away", async () => {
    services(anEvent());
    server.use(http.get(`${CALENDAR}/events/:id`, () => HttpResponse.error(), { once: true }));
    const { user } = openDrawer();
    await user.click(await screen.findByRole("button", { name: "Try again" }));
    expect(await field("Title")).toHaveValue("Spring sale");
  });
});
