import { nothingUnread } from "./customers";
import { at } from "./days";
import { created, published } from "./events";
import { expect, test } from "./journey";
import { look } from "./look";
import { mayStop, start, stop } from "./stack";

test.skip(!mayStop, "only a stack of its own is taken down: run mvn verify");
test.setTimeout(180_000);

test("services go down and come back, and the pages that are open recover by themselves", async ({
  browser,
  signedIn,
}) => {
  await nothingUnread("carla");
  const staff = await browser.newContext({ storageState: await signedIn("admin") });
  const shop = await browser.newContext({ storageState: await signedIn("carla") });
  const calendar = await staff.newPage();
  const customer = await shop.newPage();
  await calendar.goto("/admin/event-calendar?view=agenda");
  await customer.goto("/");
  await expect(calendar.getByRole("heading", { name: /^Event calendar/ })).toBeVisible();
  const inbox = customer.getByRole("button", { name: /^Inbox, / });
  await expect(inbox).toHaveAccessibleName("Inbox, nothing unread");

  await stop("calendar-api", "inbox-api");
  await calendar.getByRole("button", { name: "Later" }).click();
  await expect(calendar.getByText("The server does not answer")).toBeVisible({ timeout: 30_000 });
  await look(calendar, "calendar-away");
  await calendar.getByRole("button", { name: "Today" }).click();

  await start();
  await created({ title: "Planned after the outage", startDatetime: at(0, "00:00"), endDatetime: at(2, "00:00") });
  await expect(calendar.getByRole("button", { name: /Planned after the outage/ }).first()).toBeVisible({
    timeout: 60_000,
  });
  await expect(calendar.getByText("The server does not answer")).toBeHidden();
  await published({ title: "Sent after the outage", startDatetime: at(0, "00:00"), endDatetime: at(1, "00:00") });
  await expect(inbox).toHaveAccessibleName("Inbox, 1 unread", { timeout: 60_000 });
  await Promise.all([staff.close(), shop.close()]);
});
