import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AuthContext, type AuthContextProps } from "react-oidc-context";
import { Route, Routes } from "react-router";
import { describe, expect, it, vi } from "vitest";
import type { TokenSource } from "../api/clients";
import { FakeInbox, message } from "../inbox/test/fakeInbox";
import { renderAs } from "../test/render";
import { HomePage } from "./HomePage";
import { InboxPage } from "./InboxPage";
import { ShopFrame } from "./ShopFrame";
import { ShopInbox } from "./ShopInbox";

/** The shop at a path, as whoever is signed in or as nobody; `tokens`: what is left of the session. */
function renderShop(path: string, name: string | null, tokens?: TokenSource) {
  const auth = {
    isLoading: false,
    isAuthenticated: name != null,
    user: name == null ? null : { profile: { sub: name, preferred_username: name } },
    signinRedirect: vi.fn(async () => {}),
    signoutRedirect: vi.fn(async () => {}),
  };
  renderAs(
    ["customer"],
    <AuthContext value={auth as unknown as AuthContextProps}>
      <ShopInbox>
        <ShopFrame>
          <Routes>
            <Route index element={<HomePage />} />
            <Route path="inbox/:messageId?" element={<InboxPage />} />
          </Routes>
        </ShopFrame>
      </ShopInbox>
    </AuthContext>,
    path,
    { tokens },
  );
  return auth;
}

describe("the shop", () => {
  it("has the inbox left of Logout", async () => {
    new FakeInbox([message(1)]);
    const auth = renderShop("/", "anna");
    const inbox = await screen.findByRole("button", { name: "Inbox, 1 unread" });
    const logout = screen.getByRole("button", { name: "Logout" });
    expect(inbox.compareDocumentPosition(logout) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();
    expect(screen.getByText("Good to see you, anna")).toBeInTheDocument();
    await userEvent.click(logout);
    expect(auth.signoutRedirect).toHaveBeenCalledOnce();
  });

  it("goes from a message in the popover to the message's own address", async () => {
    new FakeInbox([message(1)]);
    renderShop("/", "anna");
    await userEvent.click(await screen.findByRole("button", { name: "Inbox, 1 unread" }));
    await userEvent.click(await screen.findByRole("link", { name: /Offer 1/ }));
    expect(await screen.findByRole("article", { name: "Offer 1" })).toBeInTheDocument();
    expect(screen.queryByRole("dialog")).not.toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Inbox, nothing unread" })).toBeInTheDocument();
  });

  it("asks who is not signed in to do so, and comes back to the message", async () => {
    new FakeInbox();
    const auth = renderShop("/inbox/7", null);
    await screen.findByText("Sign in to see your messages");
    expect(screen.queryByRole("button", { name: /^Inbox/ })).not.toBeInTheDocument();
    const [, inMain] = screen.getAllByRole("button", { name: "Log in" });
    await userEvent.click(inMain as HTMLElement);
    expect(auth.signinRedirect).toHaveBeenCalledWith({ state: "/inbox/7" });
  });

  it("has who is signed in no longer log in, never out, and comes back to the message", async () => {
    new FakeInbox();
    const none = async () => null;
    const auth = renderShop("/inbox/7?from=mail", "anna", { token: none, refreshed: none });
    await userEvent.click(await screen.findByRole("button", { name: "Log in" }));
    await waitFor(() => expect(auth.signinRedirect).toHaveBeenCalledWith({ state: "/inbox/7?from=mail" }));
    expect(auth.signoutRedirect).not.toHaveBeenCalled();
  });

  it("does not take a customer for signed out while it cannot be asked", async () => {
    new FakeInbox();
    const away = async () => Promise.reject(new TypeError("Failed to fetch"));
    renderShop("/inbox", "anna", { token: away, refreshed: away });
    await screen.findByText("Loading your messages…");
    expect(screen.queryByText("Sign in to see your messages")).not.toBeInTheDocument();
  });

  it("tells staff kindly that the inbox is for customers, and signs in someone else", async () => {
    const inbox = new FakeInbox();
    inbox.streamStatus = 403;
    const auth = renderShop("/inbox", "operator");
    await userEvent.click(await screen.findByRole("button", { name: "Sign in as someone else" }));
    expect(auth.signoutRedirect).toHaveBeenCalledOnce();
  });
});
