import { Group, Stack, Text } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import type { PromoEvent } from "../../api/types";
import { ActionButton } from "../../shell/ActionButton";
import { Dialog } from "../../shell/Dialog";
import { Say } from "../../shell/Say";
import { reasonOf, toastDone } from "../../shell/toasts";
import { eventTexts } from "../../texts/event";
import { useEventCommands } from "../eventCommands";
import { useLeaving } from "../leaving";

type DeleteDialogProps = { event: PromoEvent; onClose: () => void; onDeleted: () => void };

/** Asks before a draft is deleted. */
export function DeleteDialog({ event, onClose, onDeleted }: DeleteDialogProps) {
  const commands = useEventCommands();
  const { setDirty } = useLeaving();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const remove = async () => {
    setBusy(true);
    setRefused(null);
    try {
      await commands.remove(event);
      toastDone(eventTexts.deleted(event.title));
      // What was typed goes with it; that was the question.
      setDirty(false);
      onDeleted();
    } catch (error) {
      setRefused(reasonOf(error));
      setBusy(false);
    }
  };
  return (
    <Dialog title={eventTexts.deleteTitle} onClose={onClose} size="md">
      <Stack>
        <Text>{eventTexts.deleteHint(event.title)}</Text>
        {refused != null && <Say kind="problem">{refused}</Say>}
        <Group justify="flex-end">
          <ActionButton variant="default" data-autofocus onClick={onClose}>
            {eventTexts.keepEvent}
          </ActionButton>
          <ActionButton danger busy={busy} icon={<IconTrash size={18} aria-hidden />} onClick={() => void remove()}>
            {eventTexts.deleteNow}
          </ActionButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
