import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { ProblemError } from "../../api/problem";
import type { Message } from "../../api/types";
import { useInbox } from "../InboxContext";
import { knownMessage, messageKey } from "./cache";
import { asWanted } from "./pages";
import { useOpenMessage } from "./useOpenMessage";

const RECOVER_MS = 10_000;

/** A message being looked at, which is thereby read, wherever the customer came from. */
export function useMessage(messageId: string) {
  const { session, status } = useInbox();
  const { queries, service, changes } = session;
  const open = useOpenMessage();
  const query = useQuery(
    {
      queryKey: messageKey(session, messageId),
      queryFn: async ({ signal }): Promise<Message> => {
        const { data } = await service.GET("/messages/{messageId}", { signal, params: { path: { messageId } } });
        if (data == null) {
          throw new Error("no message in the answer");
        }
        return asWanted(session, data);
      },
      initialData: () => knownMessage(session, messageId),
      enabled: status.someone === true && !status.forbidden,
      networkMode: "always",
      refetchInterval: ({ state }) => (state.status === "error" && !isMissing(state.error) ? RECOVER_MS : false),
    },
    queries,
  );
  useEffect(
    () =>
      changes.listen(() => {
        if (knownMessage(session, messageId) != null) {
          void queries.invalidateQueries({ queryKey: messageKey(session, messageId) });
        }
      }),
    [changes, queries, session, messageId],
  );
  const message = query.data;
  useEffect(() => {
    if (message != null && session.opened !== message.messageId) {
      open(message);
    }
  }, [session, message, open]);
  useEffect(
    () => () => {
      session.opened = session.opened === messageId ? null : session.opened;
    },
    [session, messageId],
  );
  return { ...query, missing: isMissing(query.error) };
}

/** No such message, or what is no message's id at all. */
function isMissing(error: unknown): boolean {
  return error instanceof ProblemError && (error.status === 404 || error.status === 400);
}
