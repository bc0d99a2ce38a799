import { Group, Stack, Text } from "@mantine/core";
import { ActionButton } from "../shell/ActionButton";
import { Dialog } from "../shell/Dialog";
import { eventTexts } from "../texts/event";

/** Asks before what was typed is lost. */
export function LeaveQuestion({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <Dialog title={eventTexts.leaveTitle} onClose={onStay} size="md">
      <Stack>
        <Text>{eventTexts.leave}</Text>
        <Group justify="flex-end">
          <ActionButton variant="default" onClick={onStay} data-autofocus>
            {eventTexts.keepEditing}
          </ActionButton>
          <ActionButton danger onClick={onLeave}>
            {eventTexts.discard}
          </ActionButton>
        </Group>
      </Stack>
    </Dialog>
  );
}
