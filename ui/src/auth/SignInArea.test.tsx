import { fireEvent, screen, waitFor } from "@testing-library/react";
import { HttpResponse, http } from "msw";
import { User } from "oidc-client-ts";
import { useAuth } from "react-oidc-context";
import { afterEach, expect, it } from "vitest";
import { useServices } from "../api/ApiContext";
import { renderAs, TEST_CONFIG } from "../test/render";
import { server } from "../test/server";
import { EndedDialog } from "./EndedDialog";
import { SignInArea } from "./SignInArea";

const { issuer, calendarUrl } = TEST_CONFIG;

/** Puts somebody signed in where all tabs of a client keep it. */
function keep(client: string, access_token: string, refresh_token: string, expires_at: number) {
  const profile = { sub: "anna", iss: issuer, aud: client, exp: 0, iat: 0 };
  const key = `oidc.user:${issuer}:${client}`;
  const oldValue = localStorage.getItem(key);
  const newValue = new User({
    access_token,
    refresh_token,
    token_type: "Bearer",
    profile,
    expires_at,
  }).toStorageString();
  localStorage.setItem(key, newValue);
  window.dispatchEvent(new StorageEvent("storage", { key, oldValue, newValue }));
}

const soon = () => Date.now() / 1_000 + 300;

/** The identity provider, whose session has ended, and a service that knows only the token of the next one. */
function serve() {
  server.use(
    http.get(`${issuer}/.well-known/openid-configuration`, () =>
      HttpResponse.json({ issuer, token_endpoint: `${issuer}/token` }),
    ),
    http.post(`${issuer}/token`, () => HttpResponse.json({ error: "invalid_grant" }, { status: 400 })),
    http.get(`${calendarUrl}/events/calendar`, ({ request }) =>
      request.headers.get("Authorization") === "Bearer second"
        ? HttpResponse.json({ items: [], truncated: false })
        : HttpResponse.json({ status: 401, title: "Unauthorized" }, { status: 401 }),
    ),
  );
}

function Page() {
  const { isAuthenticated } = useAuth();
  const params = { query: { from: "2026-11-01T00:00:00Z", to: "2026-12-01T00:00:00Z" } };
  const query = useServices().calendar.useQuery("get", "/events/calendar", { params });
  return (
    <>
      <input aria-label="Title" />
      <p>{isAuthenticated ? "in" : "out"}</p>
      <p>{query.status}</p>
    </>
  );
}

afterEach(() => localStorage.clear());

it("keeps the page while its user signs in again, and then asks again for what had failed", async () => {
  serve();
  keep("promo-admin", "first", "of the first session", soon());
  renderAs(
    ["admin"],
    <SignInArea area="admin" ifEnded={(ended) => <EndedDialog ended={ended} />}>
      <Page />
    </SignInArea>,
  );
  // At once, as the dialog takes the focus whenever it comes.
  fireEvent.input(screen.getByLabelText("Title"), { target: { value: "Half typed" } });
  await screen.findByRole("dialog", { name: "Your session has ended" }, { timeout: 10_000 });
  expect(screen.getByText("error")).toBeInTheDocument();
  keep("promo-admin", "second", "of the second session", soon());
  await screen.findByText("success");
  await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
  expect(screen.getByLabelText("Title")).toHaveValue("Half typed");
});

it("signs a customer out of the shop whose session has ended", async () => {
  serve();
  keep("promo-shop", "first", "of the first session", soon());
  renderAs(
    ["customer"],
    <SignInArea area="shop">
      <Page />
    </SignInArea>,
  );
  await screen.findByText("error");
  await screen.findByText("out");
  expect(localStorage.getItem(`oidc.user:${issuer}:promo-shop`)).toBeNull();
});
