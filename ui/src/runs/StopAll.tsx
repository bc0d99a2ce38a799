import { List, Text } from "@mantine/core";
import { IconPlayerStopFilled } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useServices } from "../api/ApiContext";
import { useRights } from "../auth/RightsContext";
import { ActionButton } from "../shell/ActionButton";
import { toastDone } from "../shell/toasts";
import { runTexts } from "../texts/runs";
import { AskDialog } from "./AskDialog";
import { putRun, staleRuns } from "./runCache";
import type { UnderWay } from "./useUnderWay";

const NAMED = 8;

/** Stops every run that is not over, after saying how many and which. */
export function StopAll({ underWay }: { underWay: UnderWay }) {
  const { dispatch } = useServices();
  const rights = useRights();
  const cache = useQueryClient();
  const [asked, setAsked] = useState(false);
  const stopAll = dispatch.useMutation("post", "/runs/stop-all", {
    onSuccess: ({ items }) => {
      for (const run of items) {
        putRun(cache, run);
      }
      toastDone(runTexts.stoppedAll(items.length));
      setAsked(false);
    },
    onSettled: () => void staleRuns(cache),
  });
  if (!rights.operate) {
    return null;
  }
  const runs = underWay.runs ?? [];
  return (
    <>
      <ActionButton
        variant="default"
        icon={<IconPlayerStopFilled size={16} aria-hidden />}
        off={runs.length === 0}
        onClick={() => setAsked(true)}
      >
        {runTexts.stopAll}
      </ActionButton>
      <AskDialog
        opened={asked}
        title={runTexts.stopAllTitle(runs.length, underWay.more)}
        confirm={runTexts.stopAllConfirm(runs.length, underWay.more)}
        danger
        busy={stopAll.isPending}
        error={stopAll.error}
        onConfirm={() => stopAll.mutate({})}
        onClose={() => {
          stopAll.reset();
          setAsked(false);
        }}
      >
        <Text>{runTexts.stopAllBody}</Text>
        <List size="sm">
          {runs.slice(0, NAMED).map((run) => (
            <List.Item key={run.runId}>{runTexts.run(run.title, run.dispatchDate)}</List.Item>
          ))}
          {runs.length > NAMED && <List.Item>{runTexts.andMore(runs.length - NAMED)}</List.Item>}
        </List>
        <Text size="sm" c="dimmed">
          {runTexts.stopAllNext}
        </Text>
      </AskDialog>
    </>
  );
}
