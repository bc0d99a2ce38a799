import { useComputedColorScheme } from "@mantine/core";
import { type ReactNode, useCallback } from "react";
import { useAuth } from "react-oidc-context";
import { useLocation, useNavigate } from "react-router";
import { useApi } from "../api/ApiContext";
import { useConfig } from "../config/ConfigContext";
import { PromoInboxProvider } from "../inbox/PromoInboxProvider";
import type { GetToken } from "../inbox/props";

const INBOX = "/inbox";

/** The inbox as this shop uses it: the same component that any shop can embed. */
export function ShopInbox({ children }: { children: ReactNode }) {
  const { inboxUrl } = useConfig();
  const { tokens } = useApi();
  const auth = useAuth();
  const navigate = useNavigate();
  const { pathname, search, hash } = useLocation();
  const colorScheme = useComputedColorScheme("light", { getInitialValueInEffect: false });
  const { isLoading } = auth;
  const subject = auth.user?.profile.sub;
  const getToken = useCallback<GetToken>(
    async ({ refresh }) => {
      if (isLoading) {
        throw new Error("it is not known yet who is signed in");
      }
      return subject == null ? null : refresh ? tokens.refreshed() : tokens.token();
    },
    [tokens, subject, isLoading],
  );
  const signIn = async () => {
    // Only who has a token that works is signed in as the wrong one; a session that has ended is still taken for one.
    const usable = await getToken({ refresh: false }).catch(() => null);
    await (usable == null ? auth.signinRedirect({ state: pathname + search + hash }) : auth.signoutRedirect());
  };
  return (
    <PromoInboxProvider
      apiUrl={inboxUrl}
      getToken={getToken}
      inboxHref={INBOX}
      messageHref={messageHref}
      onNavigate={navigate}
      onSignIn={() => void signIn()}
      colorScheme={colorScheme}
    >
      {children}
    </PromoInboxProvider>
  );
}

function messageHref(messageId: string): string {
  return `${INBOX}/${messageId}`;
}
