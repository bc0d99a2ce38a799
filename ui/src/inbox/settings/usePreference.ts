import { useMutation, useQuery } from "@tanstack/react-query";
import { useInbox } from "../InboxContext";

const RECOVER_MS = 10_000;

type Preference = { unsubscribed: boolean };

/** Whether the customer wants promotions; changed at once for the eye, undone and told when the service will not have it. */
export function usePreference() {
  const { session, texts } = useInbox();
  const { queries, service, told } = session;
  const queryKey = [session.key, "preferences"];
  const query = useQuery(
    {
      queryKey,
      queryFn: async ({ signal }): Promise<Preference> => {
        const { data } = await service.GET("/preferences", { signal });
        return data ?? { unsubscribed: false };
      },
      networkMode: "always",
      refetchInterval: ({ state }) => (state.status === "error" ? RECOVER_MS : false),
    },
    queries,
  );
  const change = useMutation(
    {
      mutationFn: (preference: Preference) => service.PUT("/preferences", { body: preference }),
      networkMode: "always",
      // One after another, so that the last choice stands.
      scope: { id: "preferences" },
      onMutate: (preference) => {
        void queries.cancelQueries({ queryKey });
        queries.setQueryData<Preference>(queryKey, preference);
      },
      onError: (_, { unsubscribed }) => {
        queries.setQueryData<Preference>(queryKey, { unsubscribed: !unsubscribed });
        told.tell(texts.preferenceFailed);
      },
    },
    queries,
  );
  return { preference: query.data, change: change.mutate, saved: change.isSuccess };
}
