import type { UserManager } from "oidc-client-ts";

/**
 * Keeps this tab with the others, as all share one sign-in: signed out in one is signed out here; a newer token is used here
 * as well; where somebody else signs in, this tab begins anew, so that nothing of one user stands under another's name.
 *
 * @param beginAnew loads the page again
 * @returns ends it
 */
export function followOtherTabs(users: UserManager, beginAnew: () => void): () => void {
  const key = `oidc.user:${users.settings.authority}:${users.settings.client_id}`;
  const changed = (event: StorageEvent) => {
    if (event.key !== key) {
      return;
    }
    if (subjectIn(event.oldValue) === subjectIn(event.newValue)) {
      void users.getUser(true);
    } else if (event.newValue == null) {
      void users.removeUser();
    } else {
      beginAnew();
    }
  };
  window.addEventListener("storage", changed);
  return () => window.removeEventListener("storage", changed);
}

function subjectIn(stored: string | null): string | null {
  return stored == null ? null : JSON.parse(stored).profile.sub;
}
