import { Group, Stack, Text } from "@mantine/core";
import {
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconPlayerStopFilled,
  IconRotateClockwise,
  type TablerIcon,
} from "@tabler/icons-react";
import { useState } from "react";
import type { PromoEvent, Run } from "../api/types";
import { useRights } from "../auth/RightsContext";
import { ActionButton } from "../shell/ActionButton";
import { runTexts } from "../texts/runs";
import { Refused } from "./Refused";
import { RestartDialog } from "./RestartDialog";
import { ResumeDialog } from "./ResumeDialog";
import { type Command, offersOf } from "./runRules";
import { StopDialog } from "./StopDialog";
import { useRunCommand } from "./useRunCommand";

const ICONS: Record<Command, TablerIcon> = {
  pause: IconPlayerPauseFilled,
  resume: IconPlayerPlayFilled,
  stop: IconPlayerStopFilled,
  restart: IconRotateClockwise,
};

/** Pause and Resume share a button, Stop and Restart the other: what has the focus keeps it when the run's state changes. */
const PLACES: Record<Command, string> = { pause: "hold", resume: "hold", stop: "end", restart: "end" };

/**
 * What can be done with a run now. Pausing is done at once, as it sends nothing and is easily undone; the others ask.
 *
 * @param event the run's event, where it is known: whether it was cancelled
 */
export function RunButtons({ run, event }: { run: Run; event?: PromoEvent }) {
  const rights = useRights();
  const [asked, setAsked] = useState<Command | null>(null);
  const pause = useRunCommand(run, "pause");
  if (!rights.operate) {
    return null;
  }
  const offers = offersOf(run, event);
  const refused = offers.find((offer) => offer.refused)?.refused;
  const close = () => setAsked(null);
  return (
    <Stack gap={6}>
      {offers.length > 0 && (
        <Group gap="xs" role="group" aria-label={runTexts.commands}>
          {offers.map(({ command, refused: why }) => {
            const Icon = ICONS[command];
            return (
              <ActionButton
                key={PLACES[command]}
                variant="default"
                size="sm"
                icon={<Icon size={16} aria-hidden />}
                busy={command === "pause" && pause.isPending}
                off={why != null}
                onClick={() => (command === "pause" ? pause.go() : setAsked(command))}
              >
                {runTexts[command]}
              </ActionButton>
            );
          })}
        </Group>
      )}
      {refused && (
        <Text size="xs" c="dimmed">
          {refused}
        </Text>
      )}
      {pause.error != null && <Refused error={pause.error} />}
      <StopDialog run={run} opened={asked === "stop"} onClose={close} />
      <ResumeDialog run={run} opened={asked === "resume"} onClose={close} />
      <RestartDialog run={run} opened={asked === "restart"} onClose={close} />
    </Stack>
  );
}
