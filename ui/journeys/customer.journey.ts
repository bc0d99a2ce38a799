import { nothingUnread } from "./customers";
import { at } from "./days";
import { cancelled, published } from "./events";
import { comeAndSignIn, expect, test } from "./journey";

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test("on a phone the badge appears by itself, drops as messages are read, and goes with the last", async ({ page }) => {
  await nothingUnread("ben");
  await comeAndSignIn(page, "ben");
  const inbox = page.getByRole("button", { name: /^Inbox, / });
  await expect(inbox).toHaveAccessibleName("Inbox, nothing unread");
  const loaded = await page.evaluate(() => performance.timeOrigin);

  const offers = await Promise.all(
    ["Slippers for cold floors", "Two candles for one", "Soup of the week"].map((title) =>
      published({ title, startDatetime: at(0, "00:00"), endDatetime: at(2, "00:00") }),
    ),
  );
  await expect(inbox).toHaveAccessibleName("Inbox, 3 unread", { timeout: 30_000 });

  await inbox.click();
  const sheet = page.getByRole("dialog", { name: "Inbox" });
  await sheet.getByRole("tab", { name: "Unread" }).click();
  await expect(sheet.getByRole("listitem")).toHaveCount(3);
  await expect(inbox).toHaveAccessibleName("Inbox, 3 unread");
  await sheet.getByText("Two candles for one, Ben").click();
  await expect(page.getByRole("heading", { name: "Two candles for one, Ben" })).toBeVisible();
  await expect(inbox).toHaveAccessibleName("Inbox, 2 unread");
  await inbox.click();
  await sheet.getByRole("button", { name: "Mark all read" }).click();
  await expect(inbox).toHaveAccessibleName("Inbox, nothing unread");
  expect(await page.evaluate(() => performance.timeOrigin)).toBe(loaded);

  await Promise.all(offers.map(({ eventId }) => cancelled(eventId)));
});
