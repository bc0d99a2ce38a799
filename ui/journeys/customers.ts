import { Rest, type UserName } from "./rest";
import { urls } from "./stack";

/** Marks all a customer has as read, beside the page. */
export async function nothingUnread(user: UserName): Promise<void> {
  const customer = new Rest(user);
  const { upTo } = await customer.get<{ upTo: string | null }>(`${urls.inbox}/messages?limit=1`);
  if (upTo != null) {
    await customer.post(`${urls.inbox}/messages/read-all`, { upTo });
  }
}
