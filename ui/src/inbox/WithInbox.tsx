import { type ReactNode, use } from "react";
import { InboxContext } from "./InboxContext";
import { PromoInboxProvider } from "./PromoInboxProvider";
import type { PromoInboxSettings } from "./props";
import { InboxScope } from "./scope/InboxScope";

/** Settings, or none where a provider above has them. */
export type MaybeSettings = PromoInboxSettings | { [Name in keyof PromoInboxSettings]?: undefined };

/** A part of the inbox in its own looks, in the inbox around it or, where there is none, one of its own. */
export function WithInbox({ settings, children }: { settings: MaybeSettings; children: ReactNode }) {
  const around = use(InboxContext);
  if (around != null) {
    return <InboxScope>{children}</InboxScope>;
  }
  if (settings.apiUrl == null) {
    throw new Error("an inbox needs apiUrl and getToken, of its own or from a PromoInboxProvider above");
  }
  return (
    <PromoInboxProvider {...settings}>
      <InboxScope>{children}</InboxScope>
    </PromoInboxProvider>
  );
}
