import { Button, Group } from "@mantine/core";
import { IconLock, IconPlugOff } from "@tabler/icons-react";
import { type ReactNode, useEffect } from "react";
import { useAuth } from "react-oidc-context";
import { Link, Navigate, useLocation } from "react-router";
import { Notice } from "../shell/Notice";
import { PageTitle } from "../shell/PageTitle";
import { Waiting } from "../shell/Waiting";
import { shellTexts } from "../texts/shell";
import { CALLBACK, HOME, isAnswer } from "./areas";
import { useRights } from "./RightsContext";

/** Shows the admin pages to staff, sends those who are not signed in to do so, and tells a customer kindly that these are not theirs. */
export function RequireStaff({ children }: { children: ReactNode }) {
  const auth = useAuth();
  const rights = useRights();
  const location = useLocation();
  const returning = location.pathname === CALLBACK.admin;
  const away = !auth.isLoading && !auth.isAuthenticated && !auth.activeNavigator && !auth.error && !returning;
  const here = location.pathname + location.search + location.hash;
  useEffect(() => {
    if (away) {
      void auth.signinRedirect({ state: here });
    }
  }, [away, auth, here]);

  if (returning && !auth.isLoading && !auth.error && !isAnswer(location)) {
    return <Navigate to={HOME.admin} replace />;
  }
  if (auth.isAuthenticated && rights.look && !returning) {
    return children;
  }
  if (auth.isAuthenticated && !rights.look) {
    const name = auth.user?.profile.preferred_username ?? "";
    return (
      <Notice icon={<IconLock size={28} />} title={shellTexts.refusedTitle} text={shellTexts.refused(name)} whole>
        <PageTitle of={shellTexts.refusedTitle} />
        <Group justify="center">
          <Button component={Link} to="/inbox">
            {shellTexts.toInbox}
          </Button>
          <Button variant="default" onClick={() => void auth.signoutRedirect()}>
            {shellTexts.otherLogin}
          </Button>
        </Group>
      </Notice>
    );
  }
  if (auth.error) {
    return (
      <Notice icon={<IconPlugOff size={28} />} title={shellTexts.signInFailed} text={shellTexts.signInFailedHint} whole>
        <PageTitle of={shellTexts.signInFailed} />
        <Button onClick={() => void auth.signinRedirect({ state: returning ? undefined : here })}>
          {shellTexts.tryAgain}
        </Button>
      </Notice>
    );
  }
  return (
    <>
      <PageTitle of={shellTexts.signingIn} />
      <Waiting label={shellTexts.signingIn} />
    </>
  );
}
