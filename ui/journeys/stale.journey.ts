import type { PromoEvent } from "../src/api/types";
import { at } from "./days";
import { admin, changed, created } from "./events";
import { expect, test } from "./journey";
import { look } from "./look";
import { urls } from "./stack";

test.use({ user: "admin" });

test("an event changed by someone else meanwhile is shown side by side, and nothing typed is lost", async ({
  page,
}) => {
  const { eventId } = await created({
    title: "Warehouse sale",
    description: "First idea.",
    startDatetime: at(20, "00:00"),
    endDatetime: at(22, "00:00"),
  });
  await page.goto(`/admin/event-calendar?event=${eventId}`);
  const drawer = page.getByRole("dialog", { name: "Warehouse sale" });
  await drawer.getByRole("textbox", { name: "Title" }).fill("Warehouse sale for friends");
  await drawer.getByRole("textbox", { name: "Description" }).fill("Mine: with friends.");
  await changed(eventId, { description: "Theirs: in the basement.", maxRate: 500 });
  await drawer.getByRole("button", { name: "Save draft" }).click();

  const compare = page.getByRole("dialog", { name: "Changed by two people" });
  await expect(compare.getByText("Mine: with friends.")).toBeVisible();
  await expect(compare.getByText("Theirs: in the basement.")).toBeVisible();
  await look(page, "event-compare");
  await compare.getByRole("radio", { name: "Description: Take theirs" }).check();
  await compare.getByRole("button", { name: "Save on version 2" }).click();
  await expect(page.getByText("Saved as version 3")).toBeVisible();

  const { title, description, maxRate, version } = await admin.get<PromoEvent>(`${urls.calendar}/events/${eventId}`);
  expect({ title, description, maxRate, version }).toEqual({
    title: "Warehouse sale for friends",
    description: "Theirs: in the basement.",
    maxRate: 500,
    version: 3,
  });
});
