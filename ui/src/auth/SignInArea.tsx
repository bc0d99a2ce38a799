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

const managers = new Map<AreaName, UserManager>();

/** Everything inside speaks with the services as whoever is signed in to this area. */
export function SignInArea({ area, children }: { area: AreaName; children: ReactNode }) {
  const config = useConfig();
  const navigate = useNavigate();
  const users = useMemo(() => {
    const known = managers.get(area) ?? userManager(config, area);
    managers.set(area, known);
    return known;
  }, [config, area]);
  useEffect(() => followOtherTabs(users, () => window.location.reload()), [users]);
  const api = useMemo(() => createApi(config, tokenSource(users)), [config, users]);
  return (
    <AuthProvider
      userManager={users}
      onSigninCallback={(user) => navigate(pathAfterSignIn(user?.state, area), { replace: true })}
    >
      <ApiContext value={api}>
        <Signed>{children}</Signed>
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
