import { createContext, useContext } from "react";
import type { Api } from "./clients";

export const ApiContext = createContext<Api | null>(null);

/** The services, called as whoever is signed in. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api == null) {
    throw new Error("no ApiContext above");
  }
  return api;
}
