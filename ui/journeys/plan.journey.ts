import type { Locator, Page } from "@playwright/test";
import { date } from "./days";
import { expect, test } from "./journey";

test.use({ user: "admin" });

const days = new Intl.DateTimeFormat("en", { dateStyle: "long", timeZone: "UTC" });

/** A day of the month that is shown. */
function day(page: Page, date: string): Locator {
  return page.getByRole("cell", { name: new RegExp(`^${days.format(new Date(date))}`) });
}

/** Drags over days, below the bars that stand there already. */
async function draw(page: Page, from: string, to: string): Promise<void> {
  await expect(day(page, to)).toBeVisible();
  const [first, last] = await Promise.all([from, to].map((date) => day(page, date).boundingBox()));
  if (first == null || last == null) {
    throw new Error(`the month does not show ${from} and ${to}`);
  }
  await page.mouse.move(first.x + first.width / 2, first.y + first.height - 6);
  await page.mouse.down();
  await page.mouse.move(last.x + last.width / 2, last.y + last.height - 6, { steps: 10 });
  await page.mouse.up();
}

test("an admin draws an event, is told what is missing, previews it, publishes it and watches it being sent", async ({
  page,
}) => {
  const title = "Hot chocolate on the house";
  await page.goto("/admin/event-calendar?view=month");
  await draw(page, date(0), date(2));
  const drawer = page.getByRole("dialog", { name: "New event" });
  await drawer.getByRole("button", { name: "Save draft" }).click();
  await expect(drawer.getByText("Give the event a title.")).toBeVisible();
  const name = drawer.getByRole("textbox", { name: "Title" });
  await expect(name).toBeFocused();
  await name.fill(title);
  await drawer.getByRole("textbox", { name: "Subject" }).fill("{{name}}, warm up with us");
  await drawer.getByRole("textbox", { name: "Body" }).fill("Hello {{name}}, a cup is on us until {{endDate}}.");
  await drawer.getByRole("textbox", { name: "Name" }).fill("Greta");
  await expect(drawer.getByText("Greta, warm up with us")).toBeVisible();

  await drawer.getByRole("button", { name: "Save draft" }).click();
  await expect(page.getByText("The draft is saved")).toBeVisible();
  const event = page.getByRole("dialog", { name: title });
  await event.getByRole("button", { name: "Publish…" }).click();
  const question = page.getByRole("dialog", { name: "Publish this event?" });
  await expect(question.getByText(/customers × 3 days = /)).toBeVisible();
  await question.getByRole("button", { name: /^Send to [\d,]+ customers on 3 days$/ }).click();
  await expect(page.getByText(`“${title}” is published`)).toBeVisible();

  await event.getByRole("tab", { name: "Runs" }).click();
  const today = event.getByRole("list", { name: "Days with runs" }).getByRole("listitem");
  await expect(today.getByText("Completed", { exact: true })).toBeVisible({ timeout: 30_000 });
  await event.getByRole("tab", { name: "History" }).click();
  await expect(event.getByText(/admin/).first()).toBeVisible();
});
