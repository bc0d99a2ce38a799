import type { BrowserContext, Page } from "@playwright/test";
import { date } from "./days";
import { serveFigures } from "./figures";
import { expect, test } from "./journey";
import { look, watchShifts } from "./look";
import type { UserName } from "./rest";
import { type Season, season } from "./season";

type Screen = {
  name: string;
  path: (season: Season) => string;
  /** What is done to get there, and what shows that it is there in full. */
  ready: (page: Page, season: Season) => Promise<void>;
};

const heading = (name: string | RegExp) => (page: Page) => expect(page.getByRole("heading", { name })).toBeVisible();

/** The event's drawer, in full. */
const drawer = (page: Page, title: string) => page.getByRole("dialog", { name: title });

async function details(page: Page): Promise<void> {
  const open = drawer(page, "Gift cards for late shoppers");
  await expect(open.getByText(/[\d,]+ of [\d,]+ customers/)).toBeVisible();
  await expect(open.getByText("Still looking, Anna? A gift card always fits")).toBeVisible();
  await expect(open.getByText(/5 dates, first/)).toBeVisible();
}

async function inAllViews(page: Page): Promise<void> {
  await expect(page.getByRole("button", { name: /^Black Friday weekend.* day 4 of 7 · \d+%/ }).first()).toBeVisible();
}

const OF: { user: UserName | null; screens: Screen[] }[] = [
  {
    user: null,
    screens: [
      { name: "not-found", path: () => "/sale/2019", ready: heading("There is no such page") },
      { name: "shop-signed-out", path: () => "/", ready: heading("A garden for every season") },
      {
        name: "inbox-signed-out",
        path: () => "/inbox",
        ready: (page) => expect(page.getByText("Sign in to see your messages")).toBeVisible(),
      },
    ],
  },
  {
    user: "anna",
    screens: [
      { name: "shop", path: () => "/", ready: (page) => expect(page.getByText("Good to see you, Anna")).toBeVisible() },
      {
        name: "inbox-popover",
        path: () => "/",
        ready: async (page) => {
          await page.getByRole("button", { name: /^Inbox, \d+ unread/ }).click();
          const panel = page.getByRole("dialog", { name: "Inbox" });
          await expect(panel.getByText("Anna, up to 40 % off this weekend").first()).toBeVisible();
        },
      },
      {
        name: "inbox",
        path: () => "/inbox",
        ready: (page) => expect(page.getByText("Anna, up to 40 % off this weekend").first()).toBeVisible(),
      },
      {
        name: "inbox-message",
        path: () => "/inbox",
        ready: async (page) => {
          await page.getByText("Anna, up to 40 % off this weekend").last().click();
          await expect(page.getByText(/our biggest sale of the year is on/).last()).toBeVisible();
          await expect(page.getByRole("heading", { name: "Anna, up to 40 % off this weekend" })).toBeVisible();
        },
      },
      { name: "refused", path: () => "/admin", ready: heading("These pages are for Promo's staff") },
    ],
  },
  {
    user: "admin",
    screens: [
      { name: "calendar-month", path: () => "/admin/event-calendar?view=month", ready: inAllViews },
      { name: "calendar-week", path: () => "/admin/event-calendar?view=week", ready: inAllViews },
      { name: "calendar-timeline", path: () => "/admin/event-calendar?view=timeline", ready: inAllViews },
      { name: "calendar-agenda", path: () => "/admin/event-calendar?view=agenda", ready: inAllViews },
      { name: "event-details", path: ({ draft }) => `/admin/event-calendar?event=${draft.eventId}`, ready: details },
      {
        name: "event-errors",
        path: () => `/admin/event-calendar?new=${date(2)}..${date(4)}`,
        ready: async (page) => {
          await drawer(page, "New event").getByRole("button", { name: "Save draft" }).click();
          await expect(page.getByText("Give the event a title.")).toBeVisible();
        },
      },
      {
        name: "event-publish",
        path: ({ draft }) => `/admin/event-calendar?event=${draft.eventId}`,
        ready: async (page) => {
          await details(page);
          await page.getByRole("button", { name: "Publish…" }).click();
          await expect(page.getByRole("button", { name: /^Send to [\d,]+ customers on 5 days$/ })).toBeVisible();
        },
      },
      {
        name: "event-runs",
        path: ({ live }) => `/admin/event-calendar?event=${live.eventId}&tab=runs`,
        ready: (page) => expect(drawer(page, "Black Friday weekend").getByText("Missed").first()).toBeVisible(),
      },
      {
        name: "event-history",
        path: ({ live }) => `/admin/event-calendar?event=${live.eventId}&tab=history`,
        ready: (page) => expect(drawer(page, "Black Friday weekend").getByText(/admin/).first()).toBeVisible(),
      },
      { name: "runs", path: () => "/admin/runs", ready: heading(/Black Friday weekend/) },
      { name: "run", path: ({ run }) => `/admin/runs/${run.runId}`, ready: heading("Black Friday weekend") },
      {
        name: "run-stop",
        path: ({ run }) => `/admin/runs/${run.runId}`,
        ready: async (page) => {
          await page.getByRole("button", { name: "Stop", exact: true }).click();
          await expect(page.getByRole("dialog", { name: /^Stop/ })).toBeVisible();
        },
      },
      {
        name: "analytics",
        path: () => "/admin/analytics",
        ready: (page) => expect(page.getByText("Weekly market offers").first()).toBeVisible(),
      },
      {
        name: "analytics-event",
        path: ({ live }) => `/admin/analytics?event=${live.eventId}`,
        ready: heading(/Black Friday weekend/),
      },
    ],
  },
];

const DEVICES = {
  desktop: { viewport: { width: 1440, height: 900 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
};

// Copying the page at each step would take longer than all the rest.
test.use({ trace: "off" });

let shown: Season;

test.beforeAll(async () => {
  shown = await season();
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
        await serveFigures(page, shown.live.eventId);
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
