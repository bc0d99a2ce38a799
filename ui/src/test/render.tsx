import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render } from "@testing-library/react";
import type { ReactElement } from "react";
import { type createMemoryRouter, MemoryRouter, RouterProvider } from "react-router";
import { ApiContext } from "../api/ApiContext";
import { createApi, type TokenSource } from "../api/clients";
import { RightsContext } from "../auth/RightsContext";
import { rightsOf } from "../auth/session";
import { ConfigContext } from "../config/ConfigContext";
import type { UiConfig } from "../config/config";
import { cssVariables, theme } from "../theme/theme";

/** Where the services are in tests: hosts that only msw answers for. */
export const TEST_CONFIG: UiConfig = {
  issuer: "http://keycloak.test/realms/promo",
  adminClientId: "promo-admin",
  shopClientId: "promo-shop",
  calendarUrl: "http://calendar.test",
  dispatchUrl: "http://dispatch.test",
  inboxUrl: "http://inbox.test",
};

/** What may be otherwise than in most tests. */
type Surroundings = {
  /** The page's own cache asks again by itself; the usual one of tests fails at once. */
  queries?: QueryClient;
  tokens?: TokenSource;
};

const SIGNED_IN: TokenSource = { token: async () => "test-token", refreshed: async () => null };

/** Renders as the page does, signed in with the roles, at the path. */
export function renderAs(roles: string[], element: ReactElement, path = "/", surroundings: Surroundings = {}) {
  return renderRouted(roles, <MemoryRouter initialEntries={[path]}>{element}</MemoryRouter>, surroundings);
}

/** Renders what the router leads to, signed in with the roles: for what only routers with data can do. */
export function renderRoutes(roles: string[], router: ReturnType<typeof createMemoryRouter>) {
  return renderRouted(roles, <RouterProvider router={router} />, {});
}

function renderRouted(roles: string[], routed: ReactElement, surroundings: Surroundings) {
  const { queries = new QueryClient({ defaultOptions: { queries: { retry: false } } }), tokens = SIGNED_IN } =
    surroundings;
  return render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} env="test">
      <QueryClientProvider client={queries}>
        <ConfigContext value={TEST_CONFIG}>
          <ApiContext value={createApi(TEST_CONFIG, tokens)}>
            <RightsContext value={rightsOf(roles)}>{routed}</RightsContext>
          </ApiContext>
        </ConfigContext>
      </QueryClientProvider>
    </MantineProvider>,
  );
}
