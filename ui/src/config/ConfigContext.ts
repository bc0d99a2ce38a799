import { createContext, useContext } from "react";
import type { UiConfig } from "./config";

export const ConfigContext = createContext<UiConfig | null>(null);

/** The page's configuration. */
export function useConfig(): UiConfig {
  const config = useContext(ConfigContext);
  if (config == null) {
    throw new Error("no ConfigContext above");
  }
  return config;
}
