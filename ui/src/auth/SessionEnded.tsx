import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useAuth } from "react-oidc-context";
import { useLocation } from "react-router";
import { shellTexts } from "../texts/shell";

/** Above drawers, their dialogs and the toasts. */
const ABOVE_ALL = 500;
const WINDOW = "popup,width=520,height=680";

type Standing = "ended" | "waiting" | "blocked" | "failed";

/**
 * Lies over the page while its user has to sign in again. Nothing below is taken away, so that what was typed is still there
 * afterwards: one signs in in a window of its own, on this page only where the browser allows none.
 */
export function SessionEnded() {
  const auth = useAuth();
  const { pathname, search, hash } = useLocation();
  const [standing, setStanding] = useState<Standing>("ended");
  const attempt = useRef<AbortController | null>(null);
  useEffect(() => () => attempt.current?.abort(), []);
  const profile = auth.user?.profile;

  const inWindow = async () => {
    attempt.current?.abort();
    const popupWindowTarget = `promo-sign-in-${Date.now()}`;
    // Opened here, as only this tells whether the browser allows it; the sign-in goes on in the window of this name.
    if (window.open("", popupWindowTarget, WINDOW) == null) {
      setStanding("blocked");
      return;
    }
    const mine = new AbortController();
    attempt.current = mine;
    setStanding("waiting");
    const user = await auth.signinPopup({
      popupWindowTarget,
      popupSignal: mine.signal,
      login_hint: profile?.preferred_username,
    });
    if (user != null && user.profile.sub !== profile?.sub) {
      // What stands here is not the other one's.
      window.location.reload();
    } else if (user == null && attempt.current === mine) {
      setStanding("failed");
    }
  };

  return (
    <Modal
      opened
      onClose={() => {}}
      title={shellTexts.endedTitle}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      zIndex={ABOVE_ALL}
      centered
    >
      <Stack>
        <Text role="status">{WORDS[standing]}</Text>
        <Group justify="flex-end">
          {standing !== "ended" && (
            <Button
              variant="default"
              mih={44}
              data-mantine-stop-propagation="true"
              onClick={() => void auth.signinRedirect({ state: pathname + search + hash })}
            >
              {shellTexts.signInHere}
            </Button>
          )}
          {/* The attribute keeps Esc from what lies below. */}
          <Button data-autofocus mih={44} data-mantine-stop-propagation="true" onClick={() => void inWindow()}>
            {shellTexts.signInAgain}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

const WORDS: Record<Standing, string> = {
  ended: shellTexts.ended,
  waiting: shellTexts.endedWaiting,
  blocked: shellTexts.endedBlocked,
  failed: shellTexts.endedFailed,
};
