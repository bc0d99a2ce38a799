import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { ProblemError } from "../../api/problem";
import type { UnreadCount } from "../../api/types";
import type { Status } from "../InboxContext";
import type { Session } from "../session/session";
import { browserSharing } from "./browserSharing";
import { shareStream } from "./sharedStream";
import { differs } from "./tab";
import { unreadKey, unreadQuery } from "./unreadQuery";

const POLL_MS = 30_000;

/** Keeps the session's badge: by hints while the stream is there, by asking now and then while it is not. */
export function useLive(session: Session, someone: boolean | null): Status {
  const [live, setLive] = useState<boolean | null>(null);
  const [refused, setRefused] = useState(false);
  useEffect(() => {
    const { queries } = session;
    queries.mount();
    return () => {
      queries.unmount();
      // Nothing of one customer is ever shown to the next.
      queries.removeQueries({ queryKey: [session.key] });
    };
  }, [session]);
  useEffect(() => {
    setLive(null);
    setRefused(false);
    if (!someone) {
      return;
    }
    const { queries, changes } = session;
    const queryKey = unreadKey(session);
    const know = ({ count, hasMore }: UnreadCount) => {
      void queries.cancelQueries({ queryKey });
      queries.setQueryData<UnreadCount>(queryKey, { count, hasMore });
    };
    return shareStream(browserSharing(session.sharedName), session.stream, {
      live: setLive,
      hint: (hint) => {
        know(hint);
        changes.tell(hint.jitterMs);
      },
      unread: (unread) => {
        if (differs(queries.getQueryData(queryKey), unread)) {
          changes.tell(0);
        }
        know(unread);
      },
      refused: (problem) => setRefused(isForbidden(problem)),
    });
  }, [session, someone]);

  const poll = useQuery(
    {
      ...unreadQuery(session),
      enabled: someone === true && live === false && !refused,
      refetchInterval: ({ state }) => (isForbidden(state.error) ? false : POLL_MS),
      retry: false,
      networkMode: "always",
    },
    session.queries,
  );
  const forbidden = refused || isForbidden(poll.error);
  return { someone, live, forbidden, away: live === false && poll.isError && !forbidden };
}

function isForbidden(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 403;
}
