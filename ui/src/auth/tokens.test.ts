import { HttpResponse, http } from "msw";
import { User, UserManager } from "oidc-client-ts";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { server } from "../test/server";
import { tokenSource } from "./tokens";

const ISSUER = "http://keycloak.test";
const TOKENS = `${ISSUER}/token`;

const users = new UserManager({
  authority: ISSUER,
  client_id: "promo-admin",
  redirect_uri: "http://x",
  automaticSilentRenew: false,
  metadata: { issuer: ISSUER, token_endpoint: TOKENS },
});

/** Somebody whose token has ended; a refresh is needed. */
function someone(refresh_token = "refresh") {
  const profile = { sub: "anna", iss: ISSUER, aud: "promo-admin", exp: 0, iat: 0 };
  return new User({ access_token: "old", refresh_token, token_type: "Bearer", profile, expires_at: 1 });
}

/** Who asks for tokens, with the identity provider answering as told; `times`: how often it was asked. */
function asking(answer: () => Response) {
  const times = vi.fn();
  server.use(
    http.post(TOKENS, () => {
      times();
      return answer();
    }),
  );
  const onEnded = vi.fn();
  return { tokens: tokenSource(users, onEnded), onEnded, times };
}

const given = () =>
  HttpResponse.json({ access_token: "new", refresh_token: "newer", token_type: "Bearer", expires_in: 300 });
const refused = () =>
  HttpResponse.json({ error: "invalid_grant", error_description: "Session not active" }, { status: 400 });

beforeEach(() => users.storeUser(someone()));

describe("the token", () => {
  it("is none for whoever is not signed in, and nobody is asked for it", async () => {
    await users.removeUser();
    const { tokens, onEnded, times } = asking(given);
    expect(await tokens.token()).toBeNull();
    expect(await tokens.refreshed()).toBeNull();
    expect([onEnded, times].map(({ mock }) => mock.calls.length)).toEqual([0, 0]);
  });

  it("is refreshed once for all who ask", async () => {
    const { tokens, times } = asking(given);
    expect(await Promise.all([tokens.token(), tokens.token(), tokens.refreshed()])).toEqual(["new", "new", "new"]);
    expect(times).toHaveBeenCalledOnce();
    expect(await tokens.token()).toBe("new");
  });

  it("is none once the session has ended, which is told and not tried again", async () => {
    const { tokens, onEnded, times } = asking(refused);
    expect(await tokens.token()).toBeNull();
    expect(await tokens.token()).toBeNull();
    expect(onEnded).toHaveBeenCalledOnce();
    expect(times).toHaveBeenCalledOnce();
  });

  it("is there again after signing in again", async () => {
    let answer = refused;
    const { tokens } = asking(() => answer());
    expect(await tokens.token()).toBeNull();
    answer = given;
    await users.storeUser(someone("of a new session"));
    expect(await tokens.token()).toBe("new");
  });

  it.each([
    ["cannot be reached", () => HttpResponse.error()],
    ["is broken", () => HttpResponse.json({ error: "unknown_error" }, { status: 500 })],
    ["is starting", () => new HttpResponse("<html></html>", { status: 503, headers: { "Content-Type": "text/html" } })],
  ])("is not taken for none while the identity provider %s", async (_, answer) => {
    const { tokens, onEnded } = asking(answer);
    await expect(tokens.token()).rejects.toThrow();
    await expect(tokens.refreshed()).rejects.toThrow();
    expect(onEnded).not.toHaveBeenCalled();
  });
});
