import { comeAndSignIn, expect, signIn, test } from "./journey";

const STAFF = ["admin", "operator", "viewer"] as const;

for (const user of STAFF) {
  test(`${user} signs in, is back at the page asked for, and logs out`, async ({ page }) => {
    await page.goto("/admin/runs");
    await signIn(page, user);
    await expect(page).toHaveURL(/\/admin\/runs$/);
    await expect(page.getByText(`Signed in as ${user}`)).toBeVisible();
    await expect(page.getByRole("navigation", { name: "Pages" })).toBeVisible();
    await page.getByRole("button", { name: "Logout" }).click();
    await expect(page.getByRole("textbox", { name: "Username" })).toBeVisible();
  });
}

test("a customer is told kindly that the admin's pages are not theirs", async ({ page }) => {
  await page.goto("/admin/event-calendar");
  await signIn(page, "ben");
  await expect(page.getByRole("heading", { name: "These pages are for Promo's staff" })).toBeVisible();
  await expect(page.getByText(/signed in as ben/)).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Pages" })).toBeHidden();
  await page.getByRole("link", { name: "To my inbox" }).click();
  await expect(page).toHaveURL(/\/inbox$/);
});

test("a customer logs in to the shop and out again", async ({ page }) => {
  await comeAndSignIn(page, "carla");
  await page.getByRole("button", { name: "Logout" }).click();
  await expect(page.getByRole("button", { name: "Log in", exact: true })).toBeVisible();
});

test("an address that leads nowhere leads back to the start", async ({ page }) => {
  await page.goto("/sale/2019");
  await expect(page.getByRole("heading", { name: "There is no such page" })).toBeVisible();
  await page.getByRole("link", { name: "To the start page" }).click();
  await expect(page).toHaveURL((url) => url.pathname === "/");
});
