import type { Message } from "../src/api/types";
import { Rest, type UserName } from "./rest";
import { urls } from "./stack";

/** Marks all a customer has as read, beside the page. */
export async function nothingUnread(user: UserName): Promise<void> {
  const customer = new Rest(user);
  const { items } = await customer.get<{ items: Message[] }>(`${urls.inbox}/messages?limit=1`);
  if (items[0] != null) {
    await customer.post(`${urls.inbox}/messages/read-all`, { upTo: items[0].messageId });
  }
}
