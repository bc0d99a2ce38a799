import { PageContent } from "./page/PageContent";
import { type MaybeSettings, WithInbox } from "./WithInbox";

/**
 * The whole inbox, for a page of its own: all messages, the one that is open beside them, and whether the customer wants any.
 * `messageId` is the open one, for pages whose addresses name it.
 */
export function PromoInboxPage({ messageId, ...settings }: MaybeSettings & { messageId?: string }) {
  return (
    <WithInbox settings={settings}>
      <PageContent messageId={messageId} />
    </WithInbox>
  );
}
