import { defineConfig } from "@playwright/test";
import { chromium } from "./journeys/chromium";
import { zone } from "./journeys/days";
import { folder, urls } from "./journeys/stack";

// The journeys in a real browser on a running stack; README.md says how to start them, acceptance's ScreensIT does so in every
// build. There are no retries: a journey that passes only now and then has found something. One worker, as the journeys share
// the stack's customers, and two would only take the processors from each other.
export default defineConfig({
  testDir: "journeys",
  testMatch: "*.journey.ts",
  // The screens first: what the journeys leave behind is not for screenshots.
  projects: [
    { name: "screens", testMatch: "screens.journey.ts" },
    { name: "journeys", testIgnore: "screens.journey.ts" },
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
    trace: "retain-on-failure",
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
