import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./journey";

// A trace would copy the whole page at each key.
test.use({ user: "admin", trace: "off" });

/** More than any of the pages has. */
const STOPS = 120;

/** Presses Tab until it is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stop = 0; stop < STOPS; stop++) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`${STOPS} times Tab did not lead to ${target}`);
}

test("an event is created, found and opened without a mouse", async ({ page }) => {
  const title = "Night market";
  await page.goto("/admin/event-calendar?view=month");
  await expect(page.getByRole("heading", { name: /^Event calendar/ })).toBeVisible();
  await page.keyboard.press("c");
  const drawer = page.getByRole("dialog", { name: "New event" });
  await expect(drawer).toBeVisible();
  await tabTo(page, drawer.getByRole("textbox", { name: "Title" }));
  await page.keyboard.type(title);
  await tabTo(page, drawer.getByRole("textbox", { name: "Subject" }));
  await page.keyboard.type("Lanterns and waffles, come by");
  await tabTo(page, drawer.getByRole("textbox", { name: "Body" }));
  await page.keyboard.type("Hello, we are open until midnight.");
  await tabTo(page, drawer.getByRole("button", { name: "Save draft" }));
  await page.keyboard.press("Enter");
  await expect(page.getByText("The draft is saved")).toBeVisible();
  const event = page.getByRole("dialog", { name: title });
  await expect(event).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(event).toBeHidden();

  await page.keyboard.press("/");
  await expect(page.getByRole("searchbox", { name: "Search titles" })).toBeFocused();
  await page.keyboard.type(title);
  const bar = page.getByRole("button", { name: new RegExp(title) }).first();
  await expect(bar).toBeVisible();
  await tabTo(page, bar);
  await page.keyboard.press("Enter");
  await expect(event).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(event).toBeHidden();
  await expect(bar).toBeFocused();
});
