export type { InboxTexts } from "../texts/inbox";
export { PromoInbox } from "./PromoInbox";
export { PromoInboxPage } from "./PromoInboxPage";
export { PromoInboxProvider } from "./PromoInboxProvider";
export type { GetToken, InboxMessage, PromoInboxSettings } from "./props";
