import type { BrowserContext, Page } from "@playwright/test";
import { expect, test } from "./journey";
import { look, watchShifts } from "./look";
import type { UserName } from "./rest";
import { endOfSeason, type Season, season } from "./season";

type Screen = {
  name: string;
  path: (season: Season) => string;
  /** What is done to get there, and what shows that it is there in full. */
  ready: (page: Page, season: Season) => Promise<void>;
};

const heading = (name: string | RegExp) => (page: Page) => expect(page.getByRole("heading", { name })).toBeVisible();

const OF: { user: UserName | null; screens: Screen[] }[] = [
  {
    user: null,
    screens: [{ name: "not-found", path: () => "/sale/2019", ready: heading("There is no such page") }],
  },
  {
    user: "anna",
    screens: [{ name: "shop", path: () => "/", ready: heading("Promo") }],
  },
  {
    user: "admin",
    screens: [
      { name: "calendar-month", path: () => "/admin/event-calendar", ready: heading("Calendar") },
      { name: "runs", path: () => "/admin/runs", ready: heading("Runs") },
    ],
  },
];

const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

let shown: Season;

test.beforeAll(async () => {
  shown = await season();
});

test.afterAll(async () => {
  await endOfSeason(shown);
});

for (const { user, screens } of OF) {
  for (const [device, options] of Object.entries(DEVICES)) {
    test.describe(`${user ?? "nobody"}, ${device}`, () => {
      // One browser context and page for them all: a page's code is parsed once.
      let context: BrowserContext;
      let page: Page;

      test.beforeAll(async ({ browser, signedIn }) => {
        context = await browser.newContext({
          ...options,
          colorScheme: "light",
          reducedMotion: "reduce",
          storageState: user == null ? undefined : await signedIn(user),
        });
        page = await context.newPage();
        await watchShifts(page);
      });

      test.afterAll(() => context.close());

      for (const { name, path, ready } of screens) {
        test(`${name} in both themes on a ${device}`, async () => {
          await page.emulateMedia({ colorScheme: "light" });
          await page.goto(path(shown));
          await ready(page, shown);
          await look(page, name);
        });
      }
    });
  }
}
