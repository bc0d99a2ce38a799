const LAST = "promo-reloaded";
const ONCE_IN_MS = 60_000;

/** Loads the page anew if there is a server to load it from: what stands there is better than the browser's own error page. */
export async function reloadIfServed(): Promise<void> {
  const answer = await fetch("/ui-config.json", { cache: "no-store" }).catch(() => null);
  if (answer?.ok) {
    sessionStorage.setItem(LAST, String(Date.now()));
    window.location.reload();
  }
}

/** Whether the page was loaded anew just now, and doing so once more would likely not help. */
export function wasReloaded(): boolean {
  return Date.now() - Number(sessionStorage.getItem(LAST) ?? 0) < ONCE_IN_MS;
}
