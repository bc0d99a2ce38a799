import { Button, Text } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useServices } from "../api/ApiContext";
import type { OutboxPage } from "../api/types";
import { useRights } from "../auth/RightsContext";
import { toastDone } from "../shell/toasts";
import { formatAgo } from "../texts/format";
import { operationTexts } from "../texts/operations";
import { runTexts } from "../texts/runs";
import { AskDialog } from "./AskDialog";
import card from "./Card.module.css";
import classes from "./ListedRecord.module.css";
import { OUTBOX_KEY, type OutboxName } from "./useFailedRecords";

/** Records of a service's outbox that have failed, and another try for those listed. */
export function FailedRecords({ service, page }: { service: OutboxName; page: OutboxPage }) {
  const services = useServices();
  const rights = useRights();
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const options = {
    onSuccess: ({ replayed }: { replayed: number }) => {
      toastDone(operationTexts.outboxDone(replayed));
      setAsked(false);
    },
    onSettled: () => void cache.invalidateQueries({ queryKey: [OUTBOX_KEY] }),
  };
  const replay = {
    dispatch: services.dispatch.useMutation("post", "/outbox/replay", options),
    calendar: services.calendar.useMutation("post", "/outbox/replay", options),
    inbox: services.inbox.useMutation("post", "/outbox/replay", options),
  }[service];
  const ids = page.items.map(({ id }) => id);
  const name = operationTexts.outboxOf[service];
  return (
    <div>
      <Text size="sm" fw={600}>
        {name}: {operationTexts.outboxFailed(ids.length, page.hasMore)}
      </Text>
      <Text size="xs" c="dimmed" mb="xs">
        {operationTexts.outboxHint}
      </Text>
      <ul className={card.plain} aria-label={name}>
        {page.items.map((record) => (
          <li key={record.id} className={classes.record}>
            <div className={classes.text}>
              <Text size="sm" fw={600}>
                {record.type}
              </Text>
              <Text size="xs" c="dimmed">
                {`${record.topic}, ${record.aggregateId}, ${operationTexts.tried(record.attempts)}, ${formatAgo(record.createdAt)}`}
              </Text>
              <Text size="sm">{record.lastError ?? runTexts.none}</Text>
            </div>
          </li>
        ))}
      </ul>
      {rights.operate && (
        <Button size="sm" variant="default" mt="xs" onClick={() => setAsked(true)}>
          {operationTexts.outboxReplay(ids.length)}
        </Button>
      )}
      <AskDialog
        opened={asked}
        title={operationTexts.outboxTitle(name, ids.length)}
        confirm={operationTexts.outboxConfirm(ids.length)}
        busy={replay.isPending}
        error={replay.error}
        onConfirm={() => replay.mutate({ body: { ids } })}
        onClose={() => {
          replay.reset();
          setAsked(false);
        }}
      >
        <Text>{operationTexts.outboxBody}</Text>
      </AskDialog>
    </div>
  );
}
