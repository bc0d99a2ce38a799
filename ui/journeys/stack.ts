import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

const repository = new URL("../..", import.meta.url).pathname;
const home = process.env.PROMO_HOME ?? join(repository, ".promo");

type Urls = { ui: string; keycloak: string; calendar: string; dispatch: string; inbox: string };

const usual: Urls = {
  ui: "http://127.0.0.1:18081",
  keycloak: "http://127.0.0.1:18180",
  calendar: "http://127.0.0.1:18081",
  dispatch: "http://127.0.0.1:18082",
  inbox: "http://127.0.0.1:18083",
};

/** What `promo up` wrote down, and `promo status -o json` tells. */
function ofRunningStack(): Urls {
  const file = join(home, "stack.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { urls: Urls }).urls : usual;
}

const known = ofRunningStack();

/** Where the stack is: by environment variable, else the local one. */
export const urls = {
  page: process.env.PROMO_UI_URL ?? known.ui,
  issuer: process.env.PROMO_ISSUER_URL ?? `${known.keycloak}/realms/promo`,
  calendar: process.env.PROMO_CALENDAR_URL ?? known.calendar,
  dispatch: process.env.PROMO_DISPATCH_URL ?? known.dispatch,
  inbox: process.env.PROMO_INBOX_URL ?? known.inbox,
};

/** Where reports, screenshots and traces go. */
export const folder = process.env.PROMO_SCREENS_DIR ?? join(repository, "ui/target/screens");

const controlUrl = process.env.PROMO_STACK_CONTROL_URL;

/** Whether journeys may take a service down; only a stack of their own lets them. */
export const mayStop = controlUrl != null;

async function control(path: string): Promise<void> {
  const response = await fetch(controlUrl + path, { method: "POST" });
  if (!response.ok) {
    throw new Error(`${path}: ${response.status} ${await response.text()}`);
  }
}

/** Ends processes of the stack in good order. */
export async function stop(...names: ("calendar-api" | "inbox-api")[]): Promise<void> {
  await Promise.all(names.map((name) => control(`/stop/${name}`)));
}

/** Starts whatever was stopped, and waits until all of it is healthy. */
export async function start(): Promise<void> {
  await control("/start");
}
