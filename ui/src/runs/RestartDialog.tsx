import { List, Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import { useServices } from "../api/ApiContext";
import { runTexts } from "../texts/runs";
import { AfterEnd } from "./AfterEnd";
import { AskDialog } from "./AskDialog";
import { isOver } from "./runRules";
import type { CommandDialogProps } from "./StopDialog";
import { useRunCommand } from "./useRunCommand";

/** Says that the same run goes on with what is unfinished; once the event has ended, only when that is ticked, too. */
export function RestartDialog({ run, opened, onClose }: CommandDialogProps) {
  const { calendar } = useServices();
  const [afterEnd, setAfterEnd] = useState(false);
  const close = () => {
    setAfterEnd(false);
    onClose();
  };
  const restart = useRunCommand(run, "restart", close);
  // As it is now: whoever opens this long after the page was loaded may find the event over.
  const event = calendar.useQuery(
    "get",
    "/events/{eventId}",
    { params: { path: { eventId: run.eventId } } },
    { enabled: opened },
  );
  const over = event.data != null && isOver(event.data);
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
      {event.isLoading && <Skeleton height={24} />}
      {over && <AfterEnd checked={afterEnd} onChange={setAfterEnd} />}
    </AskDialog>
  );
}
