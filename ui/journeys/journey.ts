import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";
import type { UserName } from "./rest";

export { expect };

type StorageState = Exclude<BrowserContextOptions["storageState"], string | undefined>;

const STAFF: readonly UserName[] = ["admin", "operator", "viewer"];

/** Fills in the identity provider's form. */
export async function signIn(page: Page, user: UserName): Promise<void> {
  await page.getByRole("textbox", { name: "Username" }).fill(user);
  await page.getByRole("textbox", { name: "Password" }).fill(user);
  await page.getByRole("button", { name: "Sign In" }).click();
  await expect(page.getByRole("button", { name: "Logout" })).toBeVisible();
}

/** Comes to the page as someone who has not signed in, and signs in. */
export async function comeAndSignIn(page: Page, user: UserName): Promise<void> {
  if (STAFF.includes(user)) {
    await page.goto("/admin");
  } else {
    await page.goto("/");
    await page.getByRole("button", { name: "Log in", exact: true }).click();
  }
  await signIn(page, user);
}

async function stateAfterSignIn(browser: Browser, baseURL: string | undefined, user: UserName): Promise<StorageState> {
  const context = await browser.newContext({ baseURL, locale: "en-US" });
  await comeAndSignIn(await context.newPage(), user);
  const state = await context.storageState();
  await context.close();
  return state;
}

type Options = {
  /** Who is signed in already when the journey begins; null: nobody. */
  user: UserName | null;
};

type WorkerFixtures = {
  /** A browser's memory after a real sign-in, one for each user. */
  signedIn: (user: UserName) => Promise<StorageState>;
};

/** A journey: `test.use({ user })` says who makes it. */
export const test = base.extend<Options, WorkerFixtures>({
  user: [null, { option: true }],
  signedIn: [
    async ({ browser }, use, { project }) => {
      const states = new Map<UserName, Promise<StorageState>>();
      await use((user) => {
        const state = states.get(user) ?? stateAfterSignIn(browser, project.use.baseURL, user);
        states.set(user, state);
        return state;
      });
    },
    { scope: "worker" },
  ],
  storageState: async ({ user, signedIn }, use) => use(user == null ? undefined : await signedIn(user)),
});
