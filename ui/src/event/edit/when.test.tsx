import { fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { openDrawer } from "../test/drawer";
import { anEvent, services } from "../test/events";

async function typed(name: string, text: string) {
  const input = await screen.findByRole<HTMLInputElement>(name.endsWith("date") ? "textbox" : "combobox", { name });
  fireEvent.change(input, { target: { value: text } });
  fireEvent.blur(input);
  return input;
}

describe("a date that is typed", () => {
  it.each(["Feb 30, 2099", "01/02/2099"])("stays as it is and is refused when it is none: %s", async (text) => {
    const known = services(anEvent());
    const { user } = openDrawer();
    const start = await typed("Start date", text);
    expect(await screen.findByText(`“${text}” is no date. Write it like 2026-11-23 or Nov 23, 2026.`)).toBeVisible();
    expect(start).toHaveValue(text);
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    expect(start).toHaveValue(text);
    expect(known.sent).toEqual([]);
  });

  it("is taken when it is one, and written out", async () => {
    const known = services(anEvent());
    const { user } = openDrawer();
    const start = await typed("Start date", "2099-02-30");
    await typed("Start date", "2099-11-24");
    await waitFor(() => expect(start).toHaveValue("Tue, Nov 24, 2099"));
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    await waitFor(() => expect(known.sent).toHaveLength(1));
    expect(known.sent[0]?.body).toMatchObject({ startDatetime: "2099-11-24T08:00:00Z" });
  });

  it("is missing when it is emptied", async () => {
    services(anEvent());
    openDrawer();
    expect(await typed("End date", "")).toHaveValue("");
    expect(await screen.findByText("Choose a date.")).toBeVisible();
  });
});

describe("a time that is typed", () => {
  it("is refused where the clocks skip it", async () => {
    const known = services(anEvent({ startDatetime: "2099-01-01T09:00:00Z" }));
    const { user } = openDrawer();
    await typed("Start date", "2099-03-29");
    await typed("Start time", "02:30");
    expect(
      await screen.findByText(
        "There is no 02:30 on Sun, Mar 29, 2099: the clocks in Europe/Berlin skip it. Choose 03:00 or later.",
      ),
    ).toBeVisible();
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    expect(known.sent).toEqual([]);
  });

  it("is refused when it is 24:00", async () => {
    const known = services(anEvent());
    const { user } = openDrawer();
    await typed("Daily dispatch time", "24:00");
    await user.click(screen.getByRole("button", { name: "Save draft" }));
    expect(await screen.findByText("A time such as 09:00, from 00:00 to 23:59.")).toBeVisible();
    expect(known.sent).toEqual([]);
  });

  it("is said to be the first of two when the clocks show it twice", async () => {
    services(anEvent());
    openDrawer();
    await typed("End date", "2099-10-25");
    await typed("End time", "02:30");
    expect(
      await screen.findByText("The clocks show 02:30 twice on this day. The first is meant, UTC+2."),
    ).toBeVisible();
  });
});

describe("the dates of an event", () => {
  const midnights = { startDatetime: "2099-11-22T23:00:00Z", endDatetime: "2099-11-24T23:00:00Z" };

  it.each([
    ["admin", midnights, "Europe/Berlin", "Tue, Nov 24, 2099"],
    ["viewer", midnights, "Europe/Berlin", "Tue, Nov 24, 2099"],
    ["admin", { ...midnights, endDatetime: "2099-11-25T00:00:00Z" }, "UTC", "Tue, Nov 24, 2099"],
    // Its midnight is skipped, so that the day begins at one o'clock.
    [
      "viewer",
      { startDatetime: "2099-09-04T12:00:00Z", endDatetime: "2099-09-06T04:00:00Z" },
      "America/Santiago",
      "Sat, Sep 5, 2099",
    ],
  ])("end the day before the midnight they end at, for %s: %j in %s", async (role, window, timeZone, last) => {
    services(anEvent({ ...window, timeZone }));
    openDrawer({ role });
    expect(await screen.findByText(`Ends as a day begins: ${last} is the last day.`)).toBeVisible();
  });

  it("say at what other time one is sent whose time the clocks skip", async () => {
    const known = services(anEvent({ dispatchTime: "02:30" }));
    known.dates = [
      { date: "2099-03-28", dueAt: "2099-03-28T01:30:00Z", missedAfter: "2099-03-28T23:00:00Z" },
      { date: "2099-03-29", dueAt: "2099-03-29T01:30:00Z", missedAfter: "2099-03-29T22:00:00Z" },
    ];
    openDrawer({ role: "viewer" });
    expect(await screen.findByText("The clocks skip 02:30 on Sun, Mar 29, 2099: it is sent at 03:30.")).toBeVisible();
  });
});

describe("a text that is typed", () => {
  it.each([
    ["Hello {{name", "“{{name” is no placeholder. Write two braces at each end: {{name}}."],
    ["Hello {{{name}}}", "“{{{name}}}” is no placeholder. Write two braces at each end: {{name}}."],
    ["{{name} {{ email }}", "“{{name}” is no placeholder. Write two braces at each end: {{name}}."],
  ])("is said to be wrong where a placeholder is half written: %s", async (text, problem) => {
    services(anEvent());
    openDrawer();
    fireEvent.change(await screen.findByRole("textbox", { name: "Subject" }), { target: { value: text } });
    expect(await screen.findByText(problem)).toBeVisible();
  });
});
