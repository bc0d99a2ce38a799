import { UserManager, type UserManagerSettings, WebStorageStateStore } from "oidc-client-ts";
import type { UiConfig } from "../config/config";

/** The two halves of the page; each signs in as a client of its own, so that a shop's token opens nothing of the admin's. */
export type AreaName = "admin" | "shop";

/** Where the identity provider sends the browser back to. */
export const CALLBACK: Record<AreaName, string> = { admin: "/admin/auth/callback", shop: "/auth/callback" };

/** Where an area begins. */
export const HOME: Record<AreaName, string> = { admin: "/admin", shop: "/" };

/**
 * Signs in by the code flow with PKCE. Tokens are refreshed by refresh token: a hidden frame fails where third-party cookies
 * are blocked.
 */
export function userManager(config: UiConfig, area: AreaName): UserManager {
  const origin = window.location.origin;
  const settings: UserManagerSettings = {
    authority: config.issuer,
    client_id: area === "admin" ? config.adminClientId : config.shopClientId,
    redirect_uri: origin + CALLBACK[area],
    post_logout_redirect_uri: origin + HOME[area],
    response_type: "code",
    scope: "openid profile email",
    automaticSilentRenew: true,
    // One sign-in for all tabs.
    userStore: new WebStorageStateStore({ store: window.localStorage }),
  };
  return new UserManager(settings);
}

/** Whether the identity provider's answer stands in the address; without it there is nothing to wait for where it sends one back to. */
export function isAnswer({ search }: { search: string }): boolean {
  const answer = new URLSearchParams(search);
  return answer.has("state") && (answer.has("code") || answer.has("error"));
}

/** A path of this page to go back to after signing in; anything else, an address of another site above all, is the area's home. */
export function pathAfterSignIn(state: unknown, area: AreaName): string {
  return typeof state === "string" && /^\/(?![/\\])/.test(state) ? state : HOME[area];
}
