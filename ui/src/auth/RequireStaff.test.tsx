import { screen, waitFor } from "@testing-library/react";
import { AuthContext, type AuthContextProps } from "react-oidc-context";
import { Route, Routes } from "react-router";
import { describe, expect, it, vi } from "vitest";
import { Returning } from "../shop/Returning";
import { renderAs } from "../test/render";
import { RequireStaff } from "./RequireStaff";

/** The admin's and the shop's pages at a path, as whoever is signed in or as nobody. */
function show(path: string, roles: string[] | null) {
  const auth = {
    isLoading: false,
    isAuthenticated: roles != null,
    user: roles == null ? null : { profile: { preferred_username: "somebody" } },
    signinRedirect: vi.fn(async () => {}),
  };
  renderAs(
    roles ?? [],
    <AuthContext value={auth as unknown as AuthContextProps}>
      <Routes>
        <Route path="/" element={<p>Shop</p>} />
        <Route path="/auth/callback" element={<Returning />} />
        <Route path="/admin/*" element={<RequireStaff>Calendar</RequireStaff>} />
      </Routes>
    </AuthContext>,
    path,
  );
  return auth;
}

describe("where the identity provider sends one back to", () => {
  it("leads on when nothing was sent: staff to the admin's pages", async () => {
    show("/admin/auth/callback", ["viewer"]);
    await screen.findByText("Calendar");
  });

  it("leads on when nothing was sent: who is not signed in to do so", async () => {
    const auth = show("/admin/auth/callback", null);
    await waitFor(() => expect(auth.signinRedirect).toHaveBeenCalledWith({ state: "/admin" }));
  });

  it.each([[["customer"]], [null]])("leads on when nothing was sent: %s to the shop", async (roles) => {
    show("/auth/callback", roles);
    await screen.findByText("Shop");
  });

  it.each(["/admin/auth/callback", "/auth/callback"])("waits at %s for what was sent", async (path) => {
    show(`${path}?code=1&state=2`, ["viewer"]);
    await screen.findByText("Signing you in…");
    expect(document.title).toMatch(/^Signing you in… · /);
  });
});

it("tells a customer that the pages are not theirs, in the title as well", async () => {
  show("/admin", ["customer"]);
  await screen.findByText(/You are signed in as somebody/);
  expect(document.title).toBe("These pages are for Promo's staff · Promo");
});
