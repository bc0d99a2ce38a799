import { Button } from "@mantine/core";
import { IconPlugOff } from "@tabler/icons-react";
import { useAuth } from "react-oidc-context";
import { Navigate } from "react-router";
import { Notice } from "../shell/Notice";
import { Waiting } from "../shell/Waiting";
import { shellTexts } from "../texts/shell";

/** Where the identity provider sends the browser back to; left at once, unless signing in has failed. */
export function Returning() {
  const auth = useAuth();
  if (auth.error) {
    return (
      <Notice icon={<IconPlugOff size={28} />} title={shellTexts.signInFailed} text={shellTexts.signInFailedHint}>
        <Button onClick={() => void auth.signinRedirect()}>{shellTexts.tryAgain}</Button>
      </Notice>
    );
  }
  const stray = !auth.isLoading && !auth.isAuthenticated && auth.activeNavigator == null;
  return stray ? <Navigate to="/" replace /> : <Waiting label={shellTexts.signingIn} />;
}
