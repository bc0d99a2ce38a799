import { Group, List, Skeleton, Stack, Text } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useState } from "react";
import type { PromoEvent } from "../../api/types";
import { ActionButton } from "../../shell/ActionButton";
import { Dialog } from "../../shell/Dialog";
import { Say } from "../../shell/Say";
import { reasonOf, toastDone } from "../../shell/toasts";
import { eventTexts } from "../../texts/event";
import { newKey, useEventCommands } from "../eventCommands";
import { RunsToCancel } from "./RunsToCancel";
import { useDates } from "./useDates";

/** Asks before an event is cancelled, and says what that stops and what it cannot take back. */
export function CancelDialog({ event, onClose }: { event: PromoEvent; onClose: () => void }) {
  const commands = useEventCommands();
  const dates = useDates(event);
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const now = Date.now();
  const passed = dates.data?.filter(({ dueAt }) => Date.parse(dueAt) <= now).length ?? 0;

  const cancel = async () => {
    setBusy(true);
    setRefused(null);
    try {
      await commands.cancel(event, key);
      toastDone(eventTexts.cancelled(event.title));
      onClose();
    } catch (error) {
      setRefused(reasonOf(error));
      setBusy(false);
    }
  };

  return (
    <Dialog title={eventTexts.cancelTitle} onClose={onClose}>
      <Stack>
        <Text fw={600} dir="auto">
          {event.title}
        </Text>
        <List spacing="xs">
          <RunsToCancel eventId={event.eventId} />
          {dates.isPending && (
            <List.Item>
              <Skeleton height={55} />
            </List.Item>
          )}
          {dates.data != null && (
            <>
              <List.Item>{passed > 0 ? eventTexts.cancelSent(passed) : eventTexts.cancelNothingSent}</List.Item>
              <List.Item>{eventTexts.cancelRemaining(dates.data.length - passed)}</List.Item>
            </>
          )}
        </List>
        <Text size="sm" c="dimmed">
          {eventTexts.cancelForGood}
        </Text>
        {refused != null && <Say kind="problem">{refused}</Say>}
        <Group justify="flex-end">
          <ActionButton variant="default" data-autofocus onClick={onClose}>
            {eventTexts.keepEvent}
          </ActionButton>
          <ActionButton danger busy={busy} icon={<IconBan size={18} aria-hidden />} onClick={() => void cancel()}>
            {eventTexts.cancelNow}
          </ActionButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
