import { useParams } from "react-router";
import { PromoInboxPage } from "../inbox/PromoInboxPage";
import classes from "./InboxPage.module.css";

/** The customer's inbox; `/inbox/<message>` opens one. Who is not signed in is asked to, and comes back. */
export function InboxPage() {
  const { messageId } = useParams();
  return (
    <div className={classes.page}>
      <PromoInboxPage messageId={messageId} />
    </div>
  );
}
