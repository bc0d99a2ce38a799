import type { UserManager } from "oidc-client-ts";
import type { TokenSource } from "../api/clients";

/** The tokens of whoever is signed in with this manager. A refresh under way is shared by all who ask for one. */
export function tokenSource(users: UserManager): TokenSource {
  let refreshing: Promise<string | null> | null = null;
  const refreshed = () => {
    refreshing ??= users
      .signinSilent()
      .then((user) => user?.access_token ?? null)
      .catch(() => null)
      .finally(() => {
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
