import { createContext, useContext } from "react";
import type { InboxTexts } from "../texts/inbox";
import type { PromoInboxSettings } from "./props";
import type { Session } from "./session/session";

/** How things stand between the inbox and its service. */
export type Status = {
  /** Whether somebody is signed in; null: not known yet. */
  someone: boolean | null;
  /** Whether hints come by themselves; null: not known yet. */
  live: boolean | null;
  /** Whoever is signed in has no inbox. */
  forbidden: boolean;
  /** The service does not answer. */
  away: boolean;
};

export type Inbox = {
  settings: PromoInboxSettings;
  texts: InboxTexts;
  locale: string;
  session: Session;
  status: Status;
};

export const InboxContext = createContext<Inbox | null>(null);

/** The inbox that the component stands in. */
export function useInbox(): Inbox {
  const inbox = useContext(InboxContext);
  if (inbox == null) {
    throw new Error("no PromoInboxProvider above");
  }
  return inbox;
}
