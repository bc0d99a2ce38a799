import * as z from "zod/mini";

const schema = z.object({
  issuer: z.url(),
  adminClientId: z.string(),
  shopClientId: z.string(),
  calendarUrl: z.string(),
  dispatchUrl: z.string(),
  inboxUrl: z.string(),
});

/** Where the page finds the services and whom it signs in with; an empty service URL is the page's own origin. */
export type UiConfig = z.infer<typeof schema>;

/**
 * Reads `/ui-config.json`, which calendar-api answers from its own configuration.
 *
 * @throws Error when it cannot be had or lacks a setting
 */
export async function loadConfig(): Promise<UiConfig> {
  const response = await fetch("/ui-config.json", { headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw new Error(`/ui-config.json answered ${response.status}`);
  }
  return schema.parse(await response.json());
}
