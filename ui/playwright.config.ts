import { defineConfig } from "@playwright/test";
import { chromium } from "./journeys/chromium";
import { zone } from "./journeys/days";
import { folder, urls } from "./journeys/stack";

// The journeys in a real browser on a running stack; README.md says how to start them, acceptance's ScreensIT does so in every
// build. There are no retries: a journey that passes only now and then has found something. One after the other: two browsers
// at once take what the stack needs of two cores, and a screen is then looked at while half of it is still to come.
export default defineConfig({
  testDir: "journeys",
  testMatch: "*.journey.ts",
  // The screens first: what the journeys leave behind is not for screenshots. Who signs in leaves nothing.
  projects: [
    { name: "season", testMatch: "season.journey.ts", grep: /begins/ },
    { name: "sign-in", testMatch: "signIn.journey.ts" },
    { name: "desktop", testMatch: "screens.journey.ts", grep: /on a desktop/, dependencies: ["season"] },
    { name: "phone", testMatch: "screens.journey.ts", grep: /on a phone/, dependencies: ["season"] },
    { name: "end of season", testMatch: "season.journey.ts", grep: /ends/, dependencies: ["desktop", "phone"] },
    {
      name: "journeys",
      testIgnore: ["season.journey.ts", "signIn.journey.ts", "screens.journey.ts"],
      dependencies: ["end of season", "sign-in"],
    },
  ],
  outputDir: `${folder}/results`,
  reporter: [["list"], ["json", { outputFile: `${folder}/journeys.json` }]],
  workers: 1,
  retries: 0,
  forbidOnly: true,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  use: {
    baseURL: urls.page,
    locale: "en-US",
    timezoneId: zone,
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    // With the pages as they were at each step; pictures of every step would take longer than the steps.
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: chromium(),
      args: [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
