import { useQueryClient } from "@tanstack/react-query";
import type { UserManager } from "oidc-client-ts";
import { useCallback, useEffect, useState } from "react";
import { isEnded } from "./ended";

/**
 * Whether the session of whoever works here has ended meanwhile. Once there is one again, what had failed is asked for anew.
 *
 * @param stays whether the page stays until then; otherwise its user is signed out here, too
 * @returns and what says that it has ended
 */
export function useSessionEnd(users: UserManager, stays: boolean): [boolean, () => void] {
  const cache = useQueryClient();
  const [ended, setEnded] = useState(false);
  const end = useCallback(() => {
    if (stays) {
      setEnded(true);
    } else {
      void users.removeUser();
    }
  }, [users, stays]);
  useEffect(() => {
    const over = [
      users.events.addSilentRenewError((error) => {
        if (isEnded(error)) {
          end();
        }
      }),
      users.events.addUserUnloaded(() => setEnded(false)),
      users.events.addUserLoaded(() => {
        setEnded(false);
        void cache.invalidateQueries({ predicate: ({ state }) => state.status === "error" });
      }),
    ];
    return () => {
      for (const remove of over) {
        remove();
      }
    };
  }, [users, cache, end]);
  return [ended, end];
}
