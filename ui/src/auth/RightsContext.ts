import { createContext, useContext } from "react";
import type { Rights } from "./session";

export const RightsContext = createContext<Rights>({ look: false, plan: false, operate: false });

/** What whoever is signed in may do; for hiding what a service would refuse. */
export function useRights(): Rights {
  return useContext(RightsContext);
}
