import { Button } from "@mantine/core";
import { IconPlugOff } from "@tabler/icons-react";
import { useAuth } from "react-oidc-context";
import { Navigate, useLocation } from "react-router";
import { HOME, isAnswer } from "../auth/areas";
import { Notice } from "../shell/Notice";
import { Waiting } from "../shell/Waiting";
import { shellTexts } from "../texts/shell";
import { shopTexts } from "../texts/shop";

/** Where the identity provider sends the browser back to; left at once, unless signing in has failed. */
export function Returning() {
  const auth = useAuth();
  const location = useLocation();
  if (auth.error) {
    return (
      <Notice icon={<IconPlugOff size={28} />} title={shellTexts.signInFailed} text={shellTexts.signInFailedHint} whole>
        <title>{shopTexts.pageTitle(shellTexts.signInFailed)}</title>
        <Button onClick={() => void auth.signinRedirect()}>{shellTexts.tryAgain}</Button>
      </Notice>
    );
  }
  if (!auth.isLoading && !isAnswer(location)) {
    return <Navigate to={HOME.shop} replace />;
  }
  return (
    <>
      <title>{shopTexts.pageTitle(shellTexts.signingIn)}</title>
      <Waiting label={shellTexts.signingIn} />
    </>
  );
}
