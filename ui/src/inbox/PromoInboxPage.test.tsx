import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, it } from "vitest";
import { PromoInbox } from "./PromoInbox";
import { PromoInboxPage } from "./PromoInboxPage";
import { FakeInbox, message } from "./test/fakeInbox";
import { renderInbox } from "./test/renderInbox";

const many = (count: number) => Array.from({ length: count }, (_, index) => message(index + 1));
const messages = () => screen.findByRole("list", { name: "Messages" });
const subjects = async () =>
  within(await messages())
    .getAllByText(/^Offer \d+$/)
    .map(({ textContent }) => textContent);

/** With addresses of messages, as in a shop that has a page for them. */
const addresses = { messageHref: (id: string) => `/inbox/${id}`, inboxHref: "/inbox", onNavigate: () => {} };

describe("the list", () => {
  it("goes on page by page to its end", async () => {
    new FakeInbox(many(25));
    renderInbox(<PromoInboxPage />);
    expect(await subjects()).toHaveLength(20);
    await userEvent.click(screen.getByRole("button", { name: "Load more" }));
    await screen.findByText("That is everything we keep for you.");
    expect(await subjects()).toHaveLength(25);
  });

  it("holds what arrives behind a pill until it is asked for", async () => {
    const inbox = new FakeInbox([message(8), message(9)]);
    renderInbox(<PromoInboxPage />);
    await messages();
    inbox.messages = [message(6), message(7), ...inbox.messages];
    inbox.hint({ jitterMs: 1 });
    const pill = await screen.findByRole("button", { name: "2 new. Show the new messages" });
    expect(await subjects()).toEqual(["Offer 8", "Offer 9"]);
    await userEvent.click(pill);
    expect(await subjects()).toEqual(["Offer 6", "Offer 7", "Offer 8", "Offer 9"]);
    expect(pill).not.toBeInTheDocument();
  });

  it("shows in its place what has happened elsewhere", async () => {
    const inbox = new FakeInbox([message(1), message(2)]);
    renderInbox(<PromoInboxPage />);
    await screen.findByRole("button", { name: "Mark as read: Offer 2" });
    inbox.messages = [message(1), message(2, { state: "CANCELLED" })];
    inbox.hint();
    await within(await messages()).findByText("Cancelled");
  });

  it("marks what is over and what is a test, and highlights neither ended nor cancelled ones", async () => {
    new FakeInbox([message(1, { state: "ENDED" }), message(2, { state: "CANCELLED" }), message(3, { test: true })]);
    renderInbox(<PromoInboxPage />);
    const list = within(await messages());
    expect(list.getByText("Ended")).toBeInTheDocument();
    expect(list.getByText("Cancelled")).toBeInTheDocument();
    expect(list.getByText("Test")).toBeInTheDocument();
    expect(list.getAllByText("Unread.")).toHaveLength(1);
  });

  it("keeps a message where it is when it is read among the unread ones", async () => {
    const inbox = new FakeInbox([message(1, { read: true }), message(2), message(3)]);
    renderInbox(<PromoInboxPage />);
    await userEvent.click(await screen.findByRole("tab", { name: /Unread/ }));
    await waitFor(async () => expect(await subjects()).toEqual(["Offer 2", "Offer 3"]));
    await userEvent.click(screen.getByRole("button", { name: "Mark as read: Offer 2" }));
    await waitFor(() => expect(inbox.messages[1]?.read).toBe(true));
    inbox.hint();
    await waitFor(() => expect(inbox.asked.filter((asked) => asked === "GET /messages").length).toBeGreaterThan(2));
    expect(await subjects()).toEqual(["Offer 2", "Offer 3"]);
    expect(screen.getByRole("button", { name: "Mark as unread: Offer 2" })).toBeInTheDocument();
  });

  it.each([
    ["All", "No messages yet"],
    ["Unread", "All read"],
  ])("says of %s when there is nothing", async (tab, words) => {
    new FakeInbox();
    renderInbox(<PromoInboxPage />);
    await userEvent.click(await screen.findByRole("tab", { name: tab }));
    await screen.findByText(words);
  });
});

describe("mark all read", () => {
  it("reads all at once, badge included", async () => {
    const inbox = new FakeInbox(many(3));
    renderInbox(
      <>
        <PromoInbox />
        <PromoInboxPage />
      </>,
    );
    await screen.findByRole("button", { name: "Inbox, 3 unread" });
    await messages();
    await userEvent.click(screen.getByRole("button", { name: "Mark all read" }));
    expect(screen.getByRole("button", { name: "Inbox, nothing unread" })).toBeInTheDocument();
    expect(screen.queryByText("Unread.")).not.toBeInTheDocument();
    await waitFor(() => expect(inbox.messages.every(({ read }) => read)).toBe(true));
  });

  it("takes it back when the service refuses", async () => {
    const inbox = new FakeInbox([message(1), message(2, { read: true })]);
    inbox.refusesMarks = true;
    renderInbox(<PromoInboxPage />);
    await messages();
    await userEvent.click(screen.getByRole("button", { name: "Mark all read" }));
    await screen.findByText("The messages could not be marked as read. Try again in a moment.");
    expect(screen.getByRole("button", { name: "Mark as read: Offer 1" })).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Mark as unread: Offer 2" })).toBeInTheDocument();
  });
});

describe("a message's own address", () => {
  it("opens and reads it, also when it is on no page loaded yet", async () => {
    const inbox = new FakeInbox(many(25));
    renderInbox(<PromoInboxPage messageId={message(25).messageId} />, addresses);
    await screen.findByRole("heading", { name: "Offer 25" });
    expect(await subjects()).toHaveLength(20);
    await waitFor(() => expect(inbox.messages[24]?.read).toBe(true));
    await userEvent.click(within(screen.getByRole("article")).getByRole("button", { name: "Mark as unread" }));
    await waitFor(() => expect(inbox.messages[24]?.read).toBe(false));
  });

  it("says kindly that there is no such message", async () => {
    new FakeInbox(many(1));
    renderInbox(<PromoInboxPage messageId="no-such-message" />, addresses);
    await screen.findByText("This message is not here");
  });

  it("is a link in the list", async () => {
    new FakeInbox(many(1));
    renderInbox(<PromoInboxPage />, addresses);
    expect(await screen.findByRole("link", { name: /Offer 1/ })).toHaveAttribute(
      "href",
      `/inbox/${message(1).messageId}`,
    );
  });

  it("never leads to what is no web page", async () => {
    new FakeInbox([message(1, { link: "javascript:alert(1)" })]);
    renderInbox(<PromoInboxPage messageId={message(1).messageId} />, addresses);
    const article = await screen.findByRole("article");
    expect(within(article).queryByRole("link")).not.toBeInTheDocument();
  });
});

it("unsubscribes from promotions, and back", async () => {
  const inbox = new FakeInbox();
  renderInbox(<PromoInboxPage />);
  const receive = await screen.findByRole("switch", { name: "Receive promotions" });
  expect(receive).toBeChecked();
  await userEvent.click(receive);
  expect(screen.getByText(/You are unsubscribed: from the next dispatch on/)).toBeInTheDocument();
  await screen.findByText("Saved. It counts from the next dispatch on.");
  expect(inbox.unsubscribed).toBe(true);
  await userEvent.click(receive);
  await waitFor(() => expect(inbox.unsubscribed).toBe(false));
});
