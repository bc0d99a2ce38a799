import { Button, Group, Stack, Text } from "@mantine/core";
import { eventTexts } from "../texts/event";
import { EventDialog } from "./EventDialog";

/** Asks before what was typed is lost. */
export function LeaveQuestion({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  return (
    <EventDialog title={eventTexts.leaveTitle} onClose={onStay} size="md">
      <Stack>
        <Text>{eventTexts.leave}</Text>
        <Group justify="flex-end">
          <Button variant="default" onClick={onStay} data-autofocus>
            {eventTexts.keepEditing}
          </Button>
          <Button color="red.9" onClick={onLeave}>
            {eventTexts.discard}
          </Button>
        </Group>
      </Stack>
    </EventDialog>
  );
}
