import { InboxButton } from "./button/InboxButton";
import { type MaybeSettings, WithInbox } from "./WithInbox";

/**
 * The inbox for a shop's header: a button with a live badge, and the newest messages below it. Inside a PromoInboxProvider it
 * takes that one's settings and needs none of its own.
 */
export function PromoInbox(settings: MaybeSettings) {
  return (
    <WithInbox settings={settings}>
      <InboxButton />
    </WithInbox>
  );
}
