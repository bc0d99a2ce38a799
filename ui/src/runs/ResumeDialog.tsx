import { Text } from "@mantine/core";
import { runTexts } from "../texts/runs";
import { AskDialog } from "./AskDialog";
import { remainingOf } from "./runShares";
import type { CommandDialogProps } from "./StopDialog";
import { useRunCommand } from "./useRunCommand";

/** Says how many a paused run has yet to reach before it goes on. */
export function ResumeDialog({ run, opened, onClose }: CommandDialogProps) {
  const resume = useRunCommand(run, "resume", onClose);
  return (
    <AskDialog
      opened={opened}
      title={runTexts.resumeTitle(runTexts.run(run.title, run.dispatchDate))}
      confirm={runTexts.resume}
      busy={resume.isPending}
      error={resume.error}
      onConfirm={() => resume.go()}
      onClose={() => {
        resume.reset();
        onClose();
      }}
    >
      <Text>{runTexts.resumeBody(remainingOf(run))}</Text>
    </AskDialog>
  );
}
