import { Group, List, Skeleton, Stack, Text } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import { useState } from "react";
import { useServices } from "../../api/ApiContext";
import type { PromoEvent, Run } from "../../api/types";
import { reasonOf, toastDone } from "../../shell/toasts";
import { eventTexts } from "../../texts/event";
import { formatDate, formatNumber } from "../../texts/format";
import { EventDialog } from "../EventDialog";
import { newKey, useEventCommands } from "../eventCommands";
import { Say } from "../Say";
import { ActionButton } from "./ActionButton";
import { useDates } from "./useDates";

const EVERY_MS = 2_000;

/** Asks before an event is cancelled, and says what that stops and what it cannot take back. */
export function CancelDialog({ event, onClose }: { event: PromoEvent; onClose: () => void }) {
  const { dispatch } = useServices();
  const commands = useEventCommands();
  const dates = useDates(event);
  const running = dispatch.useQuery(
    "get",
    "/runs",
    { params: { query: { eventId: event.eventId, state: "RUNNING", limit: 100 } } },
    { refetchInterval: EVERY_MS },
  );
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const now = Date.now();
  const passed = dates.data?.filter(({ dueAt }) => Date.parse(dueAt) <= now).length ?? 0;
  const runs = running.data?.items ?? [];

  const cancel = async () => {
    setBusy(true);
    setRefused(null);
    try {
      await commands.cancel(event, key);
      toastDone(eventTexts.cancelled(event.title));
      onClose();
    } catch (error) {
      setRefused(reasonOf(error));
      setBusy(false);
    }
  };

  return (
    <EventDialog title={eventTexts.cancelTitle} onClose={onClose}>
      <Stack>
        <Text fw={600}>{event.title}</Text>
        {dates.data == null && !dates.isError ? (
          <Skeleton height={110} />
        ) : (
          <List spacing="xs">
            <List.Item>{running.isError ? eventTexts.runsUnknown : <UnderWay runs={runs} />}</List.Item>
            {dates.data != null && (
              <>
                <List.Item>{passed > 0 ? eventTexts.cancelSent(passed) : eventTexts.cancelNothingSent}</List.Item>
                <List.Item>{eventTexts.cancelRemaining(dates.data.length - passed)}</List.Item>
              </>
            )}
          </List>
        )}
        <Text size="sm" c="dimmed">
          {eventTexts.cancelForGood}
        </Text>
        {refused != null && <Say kind="problem">{refused}</Say>}
        <Group justify="flex-end">
          <ActionButton variant="default" data-autofocus onClick={onClose}>
            {eventTexts.keepEvent}
          </ActionButton>
          <ActionButton
            color="red.9"
            busy={busy}
            icon={<IconBan size={18} aria-hidden />}
            onClick={() => void cancel()}
          >
            {eventTexts.cancelNow}
          </ActionButton>
        </Group>
      </Stack>
    </EventDialog>
  );
}

function UnderWay({ runs }: { runs: readonly Run[] }) {
  if (runs.length === 0) {
    return eventTexts.cancelNoRunning;
  }
  return (
    <>
      {eventTexts.cancelRunning(runs.length)}
      <List size="sm" withPadding>
        {runs.map((run) => (
          <List.Item key={run.runId}>
            {eventTexts.cancelRunningNow(
              formatDate(run.dispatchDate),
              run.delivered,
              run.eligible == null ? "…" : formatNumber(run.eligible),
            )}
          </List.Item>
        ))}
      </List>
    </>
  );
}
