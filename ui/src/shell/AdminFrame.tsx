import { Anchor, Button, Group, Text } from "@mantine/core";
import { IconCalendarMonth, IconChartBar, IconLogout, IconRocket } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useAuth } from "react-oidc-context";
import { NavLink } from "react-router";
import { useRights } from "../auth/RightsContext";
import { shellTexts } from "../texts/shell";
import { ColorSchemeToggle } from "../theme/ColorSchemeToggle";
import classes from "./AdminFrame.module.css";

const PAGES = [
  { to: "/admin/event-calendar", label: shellTexts.calendar, Icon: IconCalendarMonth },
  { to: "/admin/runs", label: shellTexts.runs, Icon: IconRocket },
  { to: "/admin/analytics", label: shellTexts.analytics, Icon: IconChartBar },
];

/** The admin pages' header, and below it the page; on phones the pages' links stand at the bottom, in reach of a thumb. */
export function AdminFrame({ children }: { children: ReactNode }) {
  const auth = useAuth();
  const rights = useRights();
  const name = auth.user?.profile.preferred_username;
  return (
    <div className={classes.frame}>
      <Anchor href="#content" className={classes.skip}>
        {shellTexts.skipToContent}
      </Anchor>
      <header className={classes.header}>
        <Group gap="xs" wrap="nowrap">
          <img src="/favicon.svg" alt="" width={28} height={28} />
          <Text fw={700} component="span">
            {shellTexts.product}
          </Text>
        </Group>
        {rights.look && (
          <nav aria-label={shellTexts.pages} className={classes.pages}>
            {PAGES.map(({ to, label, Icon }) => (
              <NavLink key={to} to={to} className={classes.page ?? ""}>
                <Icon size={18} aria-hidden />
                {label}
              </NavLink>
            ))}
          </nav>
        )}
        <Group gap="xs" wrap="nowrap" ml="auto">
          {name && (
            <Text size="sm" c="dimmed" visibleFrom="sm">
              {shellTexts.signedInAs(name)}
            </Text>
          )}
          <ColorSchemeToggle />
          {name && (
            <Button
              variant="default"
              leftSection={<IconLogout size={16} aria-hidden />}
              onClick={() => void auth.signoutRedirect()}
            >
              {shellTexts.logout}
            </Button>
          )}
        </Group>
      </header>
      <main id="content" tabIndex={-1} className={classes.main}>
        {children}
      </main>
    </div>
  );
}
