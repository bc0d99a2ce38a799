import { appendFileSync, mkdirSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { AxeResults, RunOptions } from "axe-core";
import axe from "axe-core";
import { expect } from "./journey";
import { folder } from "./stack";

export type Scheme = "light" | "dark";

type Finding = { rule: string; impact: string; nodes: string[] };

const CLS_LIMIT = 0.1;

type Shifts = { sum: number; what: string[] };
type Shift = PerformanceEntry & {
  value: number;
  hadRecentInput: boolean;
  sources: { node?: Node; currentRect: DOMRect; previousRect: DOMRect }[];
};

/** Sums up what moved while the page loaded, from its very start; what follows a user's own input does not count. */
export async function watchShifts(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const shifts: Shifts = { sum: 0, what: [] };
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput, sources } of list.getEntries() as Shift[]) {
        if (!hadRecentInput) {
          shifts.sum += value;
          for (const { node, previousRect: before, currentRect: after } of sources) {
            const element = node instanceof Element ? node : node?.parentElement;
            shifts.what.push(
              `${value.toFixed(3)} ${element?.tagName.toLowerCase()}.${element?.className}: ` +
                `${before.x},${before.y} ${before.width}×${before.height} to ${after.x},${after.y} ${after.width}×${after.height}`,
            );
          }
        }
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** What moved on this page so far; nothing is known of pages that are not watched. */
function shiftsOf(page: Page): Promise<Shifts> {
  return page.evaluate(() => (window as unknown as { shifts?: Shifts }).shifts ?? { sum: 0, what: [] });
}

/** What axe finds; with a dialog open only in that, as what lies behind it is inert, and looked at where it is in front. */
async function findings(page: Page, options: RunOptions): Promise<Finding[]> {
  const results = await page.evaluate<AxeResults, RunOptions>(
    (given) => {
      const modals = [...document.querySelectorAll("[aria-modal=true]")];
      return (window as unknown as { axe: typeof axe }).axe.run(modals.at(-1) ?? document, given);
    },
    { ...options, resultTypes: ["violations"] },
  );
  return results.violations.map(({ id, impact, nodes }) => ({
    rule: id,
    impact: impact ?? "minor",
    nodes: nodes.map((node) => `${node.target.join(" ")}: ${node.failureSummary ?? node.html}`),
  }));
}

/** What is wider than the window, or than the dialog it stands in. */
function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const frames = [document.documentElement, ...document.querySelectorAll("[role=dialog]")];
    return frames
      .filter((frame) => frame.scrollWidth > frame.clientWidth)
      .map((frame) => `${frame.tagName.toLowerCase()} ${frame.scrollWidth} > ${frame.clientWidth}`);
  });
}

/**
 * Looks at what is on the page now, in both themes: a screenshot each, no serious or critical finding of axe's, nothing
 * wider than the window, and nothing that jumped while it loaded. The dark theme is only looked at for contrast, as all
 * else is the same.
 */
export async function look(page: Page, name: string): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  const device = width < 600 ? "phone" : "desktop";
  await page.evaluate(() => document.fonts.ready);
  await page.evaluate(axe.source);
  for (const scheme of ["light", "dark"] as const satisfies Scheme[]) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", scheme);
    const shot = `${name}-${device}-${scheme}`;
    await page.screenshot({ path: `${folder}/${shot}.png`, animations: "disabled" });
    const found = await findings(
      page,
      scheme === "light"
        ? { rules: { "target-size": { enabled: true } } }
        : { runOnly: { type: "rule", values: ["color-contrast"] } },
    );
    const wide = await overflowing(page);
    const shifts = await shiftsOf(page);
    mkdirSync(folder, { recursive: true });
    appendFileSync(
      `${folder}/screens.jsonl`,
      `${JSON.stringify({ screen: shot, layoutShift: Number(shifts.sum.toFixed(4)), overflow: wide, axe: found })}\n`,
    );
    const grave = found.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect.soft(grave, `${shot}: serious and critical findings of axe`).toEqual([]);
    expect.soft(wide, `${shot}: horizontal overflow`).toEqual([]);
    expect.soft(shifts.sum, `${shot}: layout shift\n${shifts.what.join("\n")}`).toBeLessThan(CLS_LIMIT);
  }
}
