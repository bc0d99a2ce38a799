import { Button, Group, Text } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { calendarTexts } from "../texts/calendar";

/** Says where an event has been moved, and takes it back. */
export function MovedToast({ text, onUndo }: { text: string; onUndo?: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{text}</Text>
      {onUndo && (
        <Button
          flex="none"
          size="compact-md"
          variant="light"
          leftSection={<IconArrowBackUp size={16} aria-hidden />}
          onClick={onUndo}
        >
          {calendarTexts.undo}
        </Button>
      )}
    </Group>
  );
}
