import { Skeleton, Text } from "@mantine/core";
import { useState } from "react";
import { runTexts } from "../texts/runs";
import { AfterEnd } from "./AfterEnd";
import { AskDialog } from "./AskDialog";
import { remainingOf } from "./runShares";
import type { CommandDialogProps } from "./StopDialog";
import { useEventEnd } from "./useEventEnd";
import { useRunCommand } from "./useRunCommand";

/** Says how many a paused run has yet to reach before it goes on; once the event has ended, only when that is ticked, too. */
export function ResumeDialog({ run, opened, onClose }: CommandDialogProps) {
  const [afterEnd, setAfterEnd] = useState(false);
  const close = () => {
    setAfterEnd(false);
    onClose();
  };
  const resume = useRunCommand(run, "resume", close);
  const { isLoading, over, date } = useEventEnd(run, opened, resume.error);
  const left = remainingOf(run);
  return (
    <AskDialog
      opened={opened}
      title={runTexts.resumeTitle(runTexts.run(run.title, run.dispatchDate))}
      confirm={runTexts.resume}
      confirmDisabled={over && !afterEnd}
      busy={resume.isPending}
      error={resume.error}
      onConfirm={() => resume.go(over && afterEnd)}
      onClose={() => {
        resume.reset();
        close();
      }}
    >
      <Text>{runTexts.resumeBody(left)}</Text>
      {isLoading && <Skeleton height={24} />}
      {over && <AfterEnd checked={afterEnd} onChange={setAfterEnd} left={left} date={date} />}
    </AskDialog>
  );
}
