import { List, Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import { runTexts } from "../texts/runs";
import { AfterEnd } from "./AfterEnd";
import { AskDialog } from "./AskDialog";
import { remainingOf } from "./runShares";
import type { CommandDialogProps } from "./StopDialog";
import { useEventEnd } from "./useEventEnd";
import { useRunCommand } from "./useRunCommand";

/** Says that the same run goes on with what is unfinished; once the event has ended, only when that is ticked, too. */
export function RestartDialog({ run, opened, onClose }: CommandDialogProps) {
  const [afterEnd, setAfterEnd] = useState(false);
  const close = () => {
    setAfterEnd(false);
    onClose();
  };
  const restart = useRunCommand(run, "restart", close);
  const { isLoading, over, date } = useEventEnd(run, opened, restart.error);
  const { total, done } = run.partitions;
  return (
    <AskDialog
      opened={opened}
      title={runTexts.restartTitle(runTexts.run(run.title, run.dispatchDate))}
      confirm={runTexts.restart}
      confirmDisabled={over && !afterEnd}
      busy={restart.isPending}
      error={restart.error}
      onConfirm={() => restart.go(over && afterEnd)}
      onClose={() => {
        restart.reset();
        close();
      }}
    >
      <List spacing="xs">
        <List.Item>{runTexts.restartBody(total - done, total)}</List.Item>
        <List.Item>{runTexts.restartHandled(run.delivered)}</List.Item>
      </List>
      <Text size="sm" c="dimmed">
        {runTexts.restartOthers}
      </Text>
      {isLoading && <Skeleton height={24} />}
      {over && <AfterEnd checked={afterEnd} onChange={setAfterEnd} left={remainingOf(run)} date={date} />}
    </AskDialog>
  );
}
