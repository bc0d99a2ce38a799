import type { UserManager } from "oidc-client-ts";
import type { TokenSource } from "../api/clients";
import { isEnded } from "./ended";

/**
 * The tokens of whoever is signed in with this manager. A refresh under way is shared by all who ask for one. One that cannot
 * be had for now, as the identity provider is away, is thrown: only who is not signed in, or no longer, has none.
 *
 * @param onEnded told when a refresh is refused because the session is over
 */
export function tokenSource(users: UserManager, onEnded: () => void): TokenSource {
  let refreshing: Promise<string | null> | null = null;
  // What has been refused once is not tried again with each request.
  let refused: string | undefined;
  const refresh = async () => {
    const user = await users.getUser();
    if (user == null || (refused != null && user.refresh_token === refused)) {
      return null;
    }
    try {
      return (await users.signinSilent())?.access_token ?? null;
    } catch (error) {
      if (!isEnded(error)) {
        throw error;
      }
      refused = user.refresh_token;
      onEnded();
      return null;
    }
  };
  const refreshed = () => {
    refreshing ??= refresh().finally(() => {
      refreshing = null;
    });
    return refreshing;
  };
  return {
    async token() {
      const user = await users.getUser();
      if (user == null) {
        return null;
      }
      return user.expired ? refreshed() : user.access_token;
    },
    refreshed,
  };
}
