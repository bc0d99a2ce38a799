import { MantineProvider, mergeThemeOverrides } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import { cssVariables, theme } from "../../theme/theme";
import { useInbox } from "../InboxContext";
import "./scope.css";

/** The class of the elements inside which everything of the inbox stands, its look's variables with it. */
export const SCOPE = "promo-inbox";

/** The looks of the inbox, which begin and end with its own elements: the page around may use Mantine as well, or anything else. */
export function InboxScope({ children }: { children: ReactNode }) {
  const { settings, session } = useInbox();
  const scheme = useScheme();
  const scale = settings.scale ?? 1;
  const looks = useMemo(
    () => mergeThemeOverrides(theme, { fontFamily: "inherit", headings: { fontFamily: "inherit" }, scale }),
    [scale],
  );
  return (
    <MantineProvider
      theme={looks}
      cssVariablesResolver={cssVariables}
      cssVariablesSelector={`.${SCOPE}`}
      getRootElement={noElement}
      withGlobalClasses={false}
      forceColorScheme={scheme}
      colorSchemeManager={FORGETFUL}
    >
      <QueryClientProvider client={session.queries}>
        <div className={SCOPE} data-mantine-color-scheme={scheme} data-respect-reduced-motion>
          {children}
        </div>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** The colour scheme, as the page sets it or the system has it. */
export function useScheme(): "light" | "dark" {
  const { colorScheme = "auto" } = useInbox().settings;
  const systemDark = useMediaQuery("(prefers-color-scheme: dark)", false, { getInitialValueInEffect: false });
  return colorScheme === "auto" ? (systemDark ? "dark" : "light") : colorScheme;
}

/** Mantine would set its attributes on the page's own root. */
function noElement() {
  return undefined;
}

/** Mantine would keep a choice in the page's storage; here the page chooses. */
const FORGETFUL = {
  get: () => "light" as const,
  set: () => {},
  subscribe: () => {},
  unsubscribe: () => {},
  clear: () => {},
};
