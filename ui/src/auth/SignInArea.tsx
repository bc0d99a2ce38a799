import { useQueryClient } from "@tanstack/react-query";
import type { UserManager } from "oidc-client-ts";
import { type ReactNode, useEffect, useMemo } from "react";
import { AuthProvider, useAuth } from "react-oidc-context";
import { useNavigate } from "react-router";
import { ApiContext } from "../api/ApiContext";
import { createApi } from "../api/clients";
import { useConfig } from "../config/ConfigContext";
import { type AreaName, pathAfterSignIn, userManager } from "./areas";
import { followOtherTabs } from "./otherTabs";
import { RightsContext } from "./RightsContext";
import { rightsOf, rolesOf } from "./session";
import { tokenSource } from "./tokens";
import { useSessionEnd } from "./useSessionEnd";

const managers = new Map<AreaName, UserManager>();

type Props = {
  area: AreaName;
  /** Stands over the page until its user has signed in again; absent: who has been signed out elsewhere is so here. */
  ifEnded?: (ended: boolean) => ReactNode;
  children: ReactNode;
};

/** Everything inside speaks with the services as whoever is signed in to this area. */
export function SignInArea({ area, ifEnded, children }: Props) {
  const config = useConfig();
  const navigate = useNavigate();
  const users = useMemo(() => {
    const known = managers.get(area) ?? userManager(config, area);
    managers.set(area, known);
    return known;
  }, [config, area]);
  useEffect(() => followOtherTabs(users, () => window.location.reload()), [users]);
  const [ended, end] = useSessionEnd(users, ifEnded != null);
  const api = useMemo(() => createApi(config, tokenSource(users, end)), [config, users, end]);
  return (
    <AuthProvider
      userManager={users}
      onSigninCallback={(user) => {
        // A window that was opened only to sign in has no user of its own and is closed by who opened it.
        if (user != null) {
          return navigate(pathAfterSignIn(user.state, area), { replace: true });
        }
      }}
    >
      <ApiContext value={api}>
        <Signed>
          {children}
          {ifEnded?.(ended)}
        </Signed>
      </ApiContext>
    </AuthProvider>
  );
}

function Signed({ children }: { children: ReactNode }) {
  const auth = useAuth();
  const cache = useQueryClient();
  const subject = auth.user?.profile.sub;
  const rights = useMemo(() => rightsOf(rolesOf(auth.user?.profile)), [auth.user?.profile]);
  // Nothing of one user is ever shown to the next.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the subject is the reason to forget, not a value to use
  useEffect(() => () => cache.clear(), [cache, subject]);
  return <RightsContext value={rights}>{children}</RightsContext>;
}
