import type { AudienceEstimate } from "../src/api/types";
import { at, date } from "./days";
import { admin, published, runWhen } from "./events";
import { expect, test } from "./journey";
import { urls } from "./stack";

test.use({ user: "operator" });

/** So many seconds does the run take: enough that it is under way when somebody has found the button. */
const SECONDS = 15;

test("an operator stops a run from its page and restarts it, and it sends the rest", async ({ page }) => {
  const everyone = await admin.post<AudienceEstimate>(`${urls.dispatch}/audience/estimate`, { audience: {} });
  const { eventId } = await published({
    title: "Free delivery until Sunday",
    startDatetime: at(0, "00:00"),
    endDatetime: at(1, "00:00"),
    maxRate: Math.ceil(everyone.eligible / SECONDS),
  });
  const { runId } = await runWhen(eventId, date(0), (run) => run.state === "RUNNING" && run.delivered > 0);
  await page.goto(`/admin/runs/${runId}`);
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  const stop = page.getByRole("dialog", { name: /^Stop .*Free delivery until Sunday/ });
  await expect(stop.getByText(/stay in their inboxes/)).toBeVisible();
  await stop.getByRole("button", { name: "Stop", exact: true }).click();
  const log = page.getByRole("list", { name: "Who did what" });
  await expect(log.getByText("Stopped", { exact: true })).toBeVisible();
  const stopped = await runWhen(eventId, date(0), (run) => run.state === "STOPPED");
  expect(stopped.delivered).toBeLessThan(stopped.eligible ?? 0);

  await page.getByRole("button", { name: "Restart", exact: true }).click();
  const restart = page.getByRole("dialog", { name: /^Restart .*Free delivery until Sunday/ });
  await expect(restart.getByText(/Nobody gets the message twice/)).toBeVisible();
  await restart.getByRole("button", { name: "Restart", exact: true }).click();
  const all = new Intl.NumberFormat("en").format(stopped.eligible ?? 0);
  await expect(page.getByText(`${all} of ${all}`)).toBeVisible({ timeout: 45_000 });
  const sent = await runWhen(eventId, date(0), (run) => run.state === "COMPLETED");
  expect(sent.runId).toBe(runId);
  expect(sent.delivered).toBe(sent.eligible);
});
