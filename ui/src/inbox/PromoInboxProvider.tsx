import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import type { TokenSource } from "../api/clients";
import { createQueryClient } from "../api/queryClient";
import { inboxTexts } from "../texts/inbox";
import { LOCALE } from "../texts/locale";
import { InboxContext } from "./InboxContext";
import { useLive } from "./live/useLive";
import type { PromoInboxSettings } from "./props";
import { createSession } from "./session/session";
import { useSubject } from "./session/useSubject";

/**
 * Holds what all parts of one inbox share: the messages, the badge and the live stream. Needed only around several parts,
 * such as the button in a header and the page of the whole inbox; a single one brings its own.
 */
export function PromoInboxProvider({ children, ...settings }: PromoInboxSettings & { children: ReactNode }) {
  const { apiUrl, getToken, texts, locale = LOCALE } = settings;
  const latest = useRef(getToken);
  useEffect(() => {
    latest.current = getToken;
  }, [getToken]);
  const tokens = useMemo<TokenSource>(
    () => ({ token: () => latest.current({ refresh: false }), refreshed: () => latest.current({ refresh: true }) }),
    [],
  );
  const [queries] = useState(createQueryClient);
  const subject = useSubject(tokens, getToken);
  const session = useMemo(
    () => createSession(apiUrl, tokens, subject ?? "", queries),
    [apiUrl, tokens, subject, queries],
  );
  const status = useLive(session, subject === undefined ? null : subject !== null);
  const words = useMemo(() => ({ ...inboxTexts, ...texts }), [texts]);
  return <InboxContext value={{ settings, texts: words, locale, session, status }}>{children}</InboxContext>;
}
