import { List, Loader, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo } from "react";
import { useServices } from "../api/ApiContext";
import type { DeadLetter } from "../api/types";
import { toastDone } from "../shell/toasts";
import { formatNumber } from "../texts/format";
import { operationTexts } from "../texts/operations";
import { AskDialog } from "./AskDialog";

/** Which dead letters: those of the ids, or all that wait. */
export type ReplayWhich = { ids?: number[] };

type ReplayDialogProps = {
  /** Null: closed. */
  which: ReplayWhich | null;
  onClose: (done: boolean) => void;
};

/** Says what a replay would send again, and sends exactly that. */
export function ReplayDialog({ which, onClose }: ReplayDialogProps) {
  const { dispatch } = useServices();
  const cache = useQueryClient();
  const rehearsal = dispatch.useMutation("post", "/dead-letters/replay");
  const sending = dispatch.useMutation("post", "/dead-letters/replay", {
    onSuccess: ({ replayed }) => {
      toastDone(operationTexts.replayDone(replayed));
      onClose(true);
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: ["get", "/dead-letters"] }),
  });
  const { mutate: rehearse } = rehearsal;
  const { reset } = sending;
  useEffect(() => {
    if (which != null) {
      reset();
      rehearse({ body: { ...which, dryRun: true } });
    }
  }, [which, rehearse, reset]);
  const letters = rehearsal.data?.items;
  const count = letters?.length ?? 0;
  return (
    <AskDialog
      opened={which != null}
      title={operationTexts.replayTitle}
      confirm={count === 0 ? null : operationTexts.replaySend(count)}
      busy={sending.isPending}
      error={sending.error ?? rehearsal.error}
      onConfirm={() => sending.mutate({ body: { ids: letters?.map(({ id }) => id), dryRun: false } })}
      onClose={() => onClose(false)}
    >
      {rehearsal.isPending && <Loader size="sm" aria-label={operationTexts.replayTitle} />}
      {letters != null && (count === 0 ? <Text>{operationTexts.replayNone}</Text> : <Plan letters={letters} />)}
    </AskDialog>
  );
}

function Plan({ letters }: { letters: readonly DeadLetter[] }) {
  const topics = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { topic } of letters) {
      counts.set(topic, (counts.get(topic) ?? 0) + 1);
    }
    return [...counts];
  }, [letters]);
  return (
    <>
      <Text>{operationTexts.replayPlan(letters.length)}</Text>
      <List size="sm">
        {topics.map(([topic, count]) => (
          <List.Item key={topic}>
            {topic}: {formatNumber(count)}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {operationTexts.replayHow}
      </Text>
    </>
  );
}
