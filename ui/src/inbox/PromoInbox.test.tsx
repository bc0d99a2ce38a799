import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { TEST_CONFIG } from "../test/render";
import { PromoInbox } from "./PromoInbox";
import { PromoInboxProvider } from "./PromoInboxProvider";
import type { GetToken } from "./props";
import { FakeInbox, message } from "./test/fakeInbox";
import { renderInbox, tokenOf } from "./test/renderInbox";

const button = (name: string) => screen.findByRole("button", { name });

async function openPopover() {
  await userEvent.click(screen.getByRole("button", { name: /^Inbox/ }));
  return within(await screen.findByRole("dialog", { name: "Inbox" }));
}

describe("the badge", () => {
  it("changes by a hint, and nobody asks for it", async () => {
    const inbox = new FakeInbox([message(1)]);
    renderInbox(<PromoInbox />);
    await button("Inbox, 1 unread");
    inbox.hint({ count: 7 });
    await button("Inbox, 7 unread");
    expect(inbox.asked).toEqual([]);
  });

  it.each([
    [100, false],
    [100, true],
  ])("says 99+ for %i, hasMore %s", async (count, hasMore) => {
    const inbox = new FakeInbox();
    inbox.count = { count, hasMore };
    renderInbox(<PromoInbox />);
    await button("Inbox, 99+ unread");
  });

  it.each([429, 503])("is asked for where the stream is refused with %i", async (status) => {
    const inbox = new FakeInbox([message(1), message(2)]);
    inbox.streamStatus = status;
    renderInbox(<PromoInbox />);
    await button("Inbox, 2 unread");
    expect(inbox.asked).toContain("GET /messages/unread-count");
  });

  it("is not asked for on behalf of nobody", async () => {
    const inbox = new FakeInbox([message(1)]);
    const signIn = { asked: 0 };
    renderInbox(<PromoInbox />, { getToken: async () => null, onSignIn: () => signIn.asked++ });
    const popover = await openPopover();
    await userEvent.click(await popover.findByRole("button", { name: "Log in" }));
    expect(signIn.asked).toBe(1);
    expect(inbox.asked).toEqual([]);
  });
});

it("forgets one customer before the next, and all when they sign out", async () => {
  const inbox = new FakeInbox([message(1)]);
  const as = (getToken: GetToken) => (
    <PromoInboxProvider apiUrl={TEST_CONFIG.inboxUrl} getToken={getToken}>
      <PromoInbox />
    </PromoInboxProvider>
  );
  const { rerender } = render(as(async () => tokenOf("anna")));
  await button("Inbox, 1 unread");
  rerender(as(async () => null));
  await button("Inbox, nothing unread");
  inbox.messages = [];
  rerender(as(async () => tokenOf("ben")));
  const popover = await openPopover();
  await popover.findByText("No messages yet");
});

describe("the popover", () => {
  it("reads a message by a click, in list and badge at once, and shows it", async () => {
    const opened: string[] = [];
    const inbox = new FakeInbox([message(1), message(2, { link: "https://shop.example/two" })]);
    renderInbox(<PromoInbox />, { onOpenMessage: ({ subject }) => opened.push(subject) });
    await button("Inbox, 2 unread");
    const popover = await openPopover();
    const item = await popover.findByRole("button", { name: /^Unread\. Offer 2/ });
    expect(inbox.messages.every(({ read }) => !read)).toBe(true);
    await userEvent.click(item);
    expect(popover.getByRole("heading", { name: "Offer 2" })).toHaveFocus();
    expect(screen.getByRole("button", { name: "Inbox, 1 unread", hidden: true })).toBeInTheDocument();
    const link = popover.getByRole("link", { name: /Open shop\.example/ });
    expect(link).toHaveAttribute("rel", "noopener noreferrer");
    await waitFor(() => expect(inbox.messages[1]?.read).toBe(true));
    expect(opened).toEqual(["Offer 2"]);
    await userEvent.click(popover.getByRole("button", { name: "Back to the messages" }));
    expect(popover.getByRole("button", { name: "Mark as unread: Offer 2" })).toBeInTheDocument();
  });

  it("takes a reading back, and says so, when the service refuses it", async () => {
    const inbox = new FakeInbox([message(1), message(2)]);
    inbox.refusesMarks = true;
    renderInbox(<PromoInbox />);
    await button("Inbox, 2 unread");
    const popover = await openPopover();
    await userEvent.click(await popover.findByRole("button", { name: "Mark as read: Offer 1" }));
    await popover.findByText("Could not be marked as read. Try again in a moment.");
    expect(popover.getByRole("button", { name: "Mark as read: Offer 1" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Inbox, 2 unread", hidden: true })).toBeInTheDocument();
  });

  it("gives the focus back when it is closed by Escape", async () => {
    new FakeInbox([message(1)]);
    renderInbox(<PromoInbox />);
    await button("Inbox, 1 unread");
    await openPopover();
    await userEvent.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(screen.getByRole("button", { name: "Inbox, 1 unread" })).toHaveFocus();
  });

  it("says kindly that staff have no inbox", async () => {
    const inbox = new FakeInbox();
    inbox.streamStatus = 403;
    renderInbox(<PromoInbox />);
    const popover = await openPopover();
    await popover.findByText("This login has no inbox");
    expect(inbox.asked).toEqual([]);
  });
});
