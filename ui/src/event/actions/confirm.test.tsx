import { screen, waitFor, within } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { describe, expect, it } from "vitest";
import { server } from "../../test/server";
import { dialogNamed, fill, openDrawer } from "../test/drawer";
import { anEvent, CALENDAR, services } from "../test/events";

const NONE = { added: [], removed: [], moved: [], twiceWithin24Hours: [], needsConfirmation: true };
const TWICE = {
  ...NONE,
  added: [{ date: "2099-11-24", dueAt: "2099-11-23T17:00:00Z", sent: "AT_ONCE" }],
  removed: [{ date: "2099-11-26", dueAt: "2099-11-26T08:00:00Z", sent: "WHEN_DUE" }],
  twiceWithin24Hours: [
    {
      first: { date: "2099-11-23", at: "2099-11-23T08:00:00Z" },
      second: { date: "2099-11-24", at: "2099-11-23T17:00:00Z" },
    },
  ],
};
const NEVER = { ...NONE, moved: [{ date: "2099-11-24", dueAt: "2099-11-24T05:00:00Z", sent: "NEVER" }] };

/** A service that asks first, as calendar-api does, and keeps how it was asked. */
function asking(dates: object) {
  const known = services(anEvent({ status: "PUBLISHED", version: 4 }));
  const asked: string[] = [];
  server.use(
    http.put(`${CALENDAR}/events/:id`, async ({ request }) => {
      const { search } = new URL(request.url);
      asked.push(search);
      if (search === "?confirm=true") {
        const changes = (await request.json()) as object;
        known.event = { ...anEvent({ status: "PUBLISHED", version: 5 }), ...changes };
        return HttpResponse.json({ ...known.event, dates });
      }
      return HttpResponse.json(
        {
          type: "urn:promo:problem:needs-confirmation",
          title: "t",
          status: 409,
          detail: "the edit changes dates",
          instance: "/",
          dates,
        },
        { status: 409 },
      );
    }),
  );
  return asked;
}

async function edit() {
  const { user } = openDrawer();
  await fill("Title", "Spring sale!");
  await user.click(screen.getByRole("button", { name: "Save and republish" }));
  return { user, dialog: within(await dialogNamed("Save this change of the dates?")) };
}

describe("an edit that changes dates", () => {
  it("says which, and that somebody gets two within a day, before it is saved", async () => {
    const asked = asking(TWICE);
    const { user, dialog } = await edit();
    expect(dialog.getByText("Customers get two messages within 24 hours")).toBeVisible();
    expect(dialog.getByText("Mon, Nov 23, 2099, 09:00 and Mon, Nov 23, 2099, 18:00")).toBeVisible();
    expect(dialog.getByText("New: Tue, Nov 24, 2099, sent at once")).toBeVisible();
    expect(dialog.getByText("No longer sent: Thu, Nov 26, 2099")).toBeVisible();
    await user.click(dialog.getByRole("button", { name: "Save all the same" }));
    await waitFor(() => expect(asked).toEqual(["", "?confirm=true"]));
    await waitFor(() => expect(screen.queryByText("Save this change of the dates?")).not.toBeInTheDocument());
    await waitFor(() => expect(screen.queryByRole("button", { name: "Save and republish" })).not.toBeInTheDocument());
  });

  it("is not saved by whoever goes back, and nothing typed is lost", async () => {
    const asked = asking(NEVER);
    const { user, dialog } = await edit();
    expect(dialog.getByText("Moved: Tue, Nov 24, 2099, has gone by then and is not sent")).toBeVisible();
    expect(dialog.queryByText("Customers get two messages within 24 hours")).not.toBeInTheDocument();
    await user.click(dialog.getByRole("button", { name: "Back" }));
    await waitFor(() => expect(screen.queryByText("Save this change of the dates?")).not.toBeInTheDocument());
    expect(asked).toEqual([""]);
    expect(screen.getByRole("textbox", { name: "Title" })).toHaveValue("Spring sale!");
    expect(screen.queryByText("This event cannot be changed any more")).not.toBeInTheDocument();
  });
});
