import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { AuthContext, type AuthContextProps } from "react-oidc-context";
import { describe, expect, it, vi } from "vitest";
import { renderAs } from "../test/render";
import { SessionEnded } from "./SessionEnded";

/** The dialog over a form; `answer`: what comes of signing in in the window. */
function show(answer: Promise<unknown>, opened: object | null = {}) {
  const open = vi.spyOn(window, "open").mockReturnValue(opened as Window | null);
  const auth = {
    user: { profile: { sub: "1", preferred_username: "admin" } },
    signinPopup: vi.fn(() => answer),
    signinRedirect: vi.fn(async () => {}),
  };
  renderAs(
    ["admin"],
    <AuthContext value={auth as unknown as AuthContextProps}>
      <input aria-label="Title" defaultValue="Half typed" />
      <SessionEnded />
    </AuthContext>,
    "/admin/event-calendar?event=7",
  );
  return { auth, open };
}

const again = () => screen.findByRole("button", { name: "Sign in again" });

describe("a session that has ended", () => {
  it("is said over the page, which stays, and cannot be waved away", async () => {
    show(new Promise(() => {}));
    expect(await screen.findByRole("dialog", { name: "Your session has ended" })).toBeInTheDocument();
    await userEvent.keyboard("{Escape}");
    expect(screen.getByRole("dialog")).toBeInTheDocument();
    expect(screen.getByLabelText("Title")).toHaveValue("Half typed");
  });

  it("goes on after signing in in a window of its own, as the same user", async () => {
    const { auth, open } = show(new Promise(() => {}));
    await userEvent.click(await again());
    const [[, name]] = open.mock.calls as [[string, string]];
    expect(auth.signinPopup).toHaveBeenCalledWith(
      expect.objectContaining({ popupWindowTarget: name, login_hint: "admin" }),
    );
    expect(screen.getByRole("status")).toHaveTextContent("Sign in in the window that has opened");
    expect(auth.signinRedirect).not.toHaveBeenCalled();
  });

  it("says what is lost before it signs in on the page, where no window is allowed", async () => {
    const { auth } = show(Promise.resolve(null), null);
    await userEvent.click(await again());
    expect(auth.signinPopup).not.toHaveBeenCalled();
    expect(screen.getByRole("status")).toHaveTextContent("what you typed here is then lost");
    await userEvent.click(screen.getByRole("button", { name: "Sign in on this page" }));
    expect(auth.signinRedirect).toHaveBeenCalledWith({ state: "/admin/event-calendar?event=7" });
  });

  it("can be tried again when it did not work", async () => {
    const { auth } = show(Promise.resolve(null));
    await userEvent.click(await again());
    await waitFor(() => expect(screen.getByRole("status")).toHaveTextContent("could not be signed in"));
    await userEvent.click(await again());
    expect(auth.signinPopup).toHaveBeenCalledTimes(2);
  });

  it("begins anew when somebody else signs in", async () => {
    const reload = vi.spyOn(window.location, "reload").mockReturnValue();
    show(Promise.resolve({ profile: { sub: "2" } }));
    await userEvent.click(await again());
    await waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });
});
