import { Button, Group, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useAuth } from "react-oidc-context";
import { shellTexts } from "../texts/shell";
import { ColorSchemeToggle } from "../theme/ColorSchemeToggle";

/** The shop's header, and the page below it. */
export function ShopFrame({ children }: { children: ReactNode }) {
  const auth = useAuth();
  return (
    <>
      <Group component="header" p="md">
        <Text fw={700}>{shellTexts.product}</Text>
        <ColorSchemeToggle />
        {auth.isAuthenticated ? (
          <Button variant="default" onClick={() => void auth.signoutRedirect()}>
            {shellTexts.logout}
          </Button>
        ) : (
          <Button onClick={() => void auth.signinRedirect({ state: window.location.pathname })}>
            {shellTexts.login}
          </Button>
        )}
      </Group>
      <main>{children}</main>
    </>
  );
}
