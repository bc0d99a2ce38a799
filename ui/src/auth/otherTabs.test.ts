import { UserManager } from "oidc-client-ts";
import { describe, expect, it, vi } from "vitest";
import { followOtherTabs } from "./otherTabs";

const users = new UserManager({ authority: "http://keycloak.test", client_id: "promo-shop", redirect_uri: "http://x" });
const KEY = "oidc.user:http://keycloak.test:promo-shop";

function stored(subject: string, token = "t") {
  return JSON.stringify({ access_token: token, profile: { sub: subject } });
}

function changed(oldValue: string | null, newValue: string | null, key = KEY) {
  const beginAnew = vi.fn();
  const removeUser = vi.spyOn(users, "removeUser").mockResolvedValue();
  const end = followOtherTabs(users, beginAnew);
  window.dispatchEvent(new StorageEvent("storage", { key, oldValue, newValue }));
  end();
  return { anew: beginAnew.mock.calls.length, out: removeUser.mock.calls.length };
}

describe("what another tab does to the sign-in", () => {
  it("is followed when somebody else signs in", () => {
    expect(changed(stored("anna"), stored("ben"))).toEqual({ anew: 1, out: 0 });
    expect(changed(null, stored("ben"))).toEqual({ anew: 1, out: 0 });
  });

  it("is followed when the user signs out", () => {
    expect(changed(stored("anna"), null)).toEqual({ anew: 0, out: 1 });
  });

  it("is nothing here when it only has a newer token, or is of the other area", () => {
    expect(changed(stored("anna", "old"), stored("anna", "new"))).toEqual({ anew: 0, out: 0 });
    expect(changed(stored("anna"), stored("ben"), "oidc.user:http://keycloak.test:promo-admin")).toEqual({
      anew: 0,
      out: 0,
    });
  });
});
