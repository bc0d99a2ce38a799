import type { components } from "../../generated/inbox";
import type { InboxTexts } from "../texts/inbox";

/** A message as the inbox service gives it. */
export type InboxMessage = components["schemas"]["Message"];

/**
 * Gives the access token to send, and null when nobody is signed in; fails while that is not known. Asked before each request,
 * so keep the token and give it again; with `refresh` the service has refused the last one as ended, and only a newer one helps.
 * A new function means that someone else may be signed in: keep it the same from one rendering to the next.
 */
export type GetToken = (options: { refresh: boolean }) => Promise<string | null>;

/** What an inbox is told by the page it stands in. */
export type PromoInboxSettings = {
  /** Where the inbox service is: `https://inbox.example.com`; a path or the empty string: on the page's own origin. */
  apiUrl: string;
  getToken: GetToken;
  /** The address of the page with the whole inbox; absent: there is none, and the popover is all there is. */
  inboxHref?: string;
  /** The address of a message; absent: messages are opened where they are listed. */
  messageHref?: (messageId: string) => string;
  /** Goes to one of these addresses without loading the page anew; absent: the browser follows the link. */
  onNavigate?: (href: string) => void;
  /** Told when the customer opens a message. */
  onOpenMessage?: (message: InboxMessage) => void;
  /** Has the customer sign in, or sign in as someone else; absent: no such button. */
  onSignIn?: () => void;
  /** For dates and numbers: `en`, `de-AT`, …; English when absent. */
  locale?: string;
  /** Words to use instead of the English ones. */
  texts?: Partial<InboxTexts>;
  /** `auto`, which is also the default, follows the system. */
  colorScheme?: "light" | "dark" | "auto";
  /** Enlarges everything; for pages whose `html` has another font size than the browser's: 1.6 for one of 62.5 %. */
  scale?: number;
  /** Of the popover; 300 when absent. */
  zIndex?: number;
};
