import { List, Text } from "@mantine/core";
import type { Run } from "../api/types";
import { runTexts } from "../texts/runs";
import { AskDialog } from "./AskDialog";
import { remainingOf } from "./runShares";
import { useRunCommand } from "./useRunCommand";

export type CommandDialogProps = { run: Run; opened: boolean; onClose: () => void };

/** Says what has been sent and what will not be before it stops a run. */
export function StopDialog({ run, opened, onClose }: CommandDialogProps) {
  const stop = useRunCommand(run, "stop", onClose);
  const left = remainingOf(run);
  return (
    <AskDialog
      opened={opened}
      title={runTexts.stopTitle(runTexts.run(run.title, run.dispatchDate))}
      confirm={runTexts.stop}
      danger
      busy={stop.isPending}
      error={stop.error}
      onConfirm={() => stop.go()}
      onClose={() => {
        stop.reset();
        onClose();
      }}
    >
      <List spacing="xs">
        <List.Item>{runTexts.stopHandled(run.delivered)}</List.Item>
        <List.Item>{run.generation === 0 ? runTexts.stopUnsent(left) : runTexts.stopUnhandled(left)}</List.Item>
      </List>
      <Text size="sm" c="dimmed">
        {runTexts.stopOthers}
      </Text>
    </AskDialog>
  );
}
