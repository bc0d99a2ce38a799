import { useParams } from "react-router";
import { badgeText } from "../inbox/live/badgeText";
import { useUnread } from "../inbox/live/useUnread";
import { PromoInboxPage } from "../inbox/PromoInboxPage";
import { shopTexts } from "../texts/shop";
import classes from "./InboxPage.module.css";

/** The customer's inbox; `/inbox/<message>` opens one. Who is not signed in is asked to, and comes back. */
export function InboxPage() {
  const { messageId } = useParams();
  const unread = useUnread();
  return (
    <div className={classes.page}>
      <title>{shopTexts.inboxTitle(unread ? badgeText(unread) : null)}</title>
      <PromoInboxPage messageId={messageId} />
    </div>
  );
}
