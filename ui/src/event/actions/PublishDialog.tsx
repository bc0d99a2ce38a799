import { Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { Temporal } from "temporal-polyfill";
import type { PromoEvent } from "../../api/types";
import { ActionButton } from "../../shell/ActionButton";
import { Dialog } from "../../shell/Dialog";
import { LoadFailed } from "../../shell/LoadFailed";
import { Say } from "../../shell/Say";
import { reasonOf, toastDone } from "../../shell/toasts";
import { eventTexts } from "../../texts/event";
import { formatDate } from "../../texts/format";
import { useReach } from "../edit/useReach";
import { newKey, useEventCommands } from "../eventCommands";
import { dueText } from "../preview/DueDates";
import own from "./actions.module.css";
import { Overlaps } from "./Overlaps";
import { type PublishNumbers, publishNumbers } from "./publishNumbers";
import { useDates } from "./useDates";
import { useOverlaps } from "./useOverlaps";

/** Asks, with the numbers, before an event is published: whom it goes to, on how many days, and when first. */
export function PublishDialog({ event, onClose }: { event: PromoEvent; onClose: () => void }) {
  const commands = useEventCommands();
  const reach = useReach(event.audience, true);
  const dates = useDates(event);
  const others = useOverlaps(event);
  const [key] = useState(newKey);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const numbers = dates.data && publishNumbers(dates.data, Temporal.Now.instant());
  // Nothing is to move under the finger once there is something to press.
  const known = numbers != null && !others.isPending && (reach.data != null || reach.isError);

  const publish = async () => {
    setBusy(true);
    setRefused(null);
    try {
      await commands.publish(event, key);
      toastDone(eventTexts.published(event.title));
      onClose();
    } catch (error) {
      setRefused(reasonOf(error));
      setBusy(false);
    }
  };

  return (
    <Dialog title={eventTexts.publishTitle} onClose={onClose}>
      <Stack>
        <Text fw={600} dir="auto">
          {event.title}
        </Text>
        {known ? (
          <Numbers event={event} numbers={numbers} eligible={reach.data?.eligible} />
        ) : dates.isError ? (
          <LoadFailed error={dates.error} onRetry={() => void dates.refetch()} />
        ) : (
          <Skeleton height={130} role="status" aria-label={eventTexts.counting} />
        )}
        <Overlaps overlaps={others.overlaps} onOpen={onClose} />
        {refused != null && <Say kind="problem">{refused}</Say>}
        <Group justify="flex-end">
          <ActionButton variant="default" onClick={onClose}>
            {eventTexts.notYet}
          </ActionButton>
          {known && (
            <ActionButton
              busy={busy}
              icon={<IconSend size={18} aria-hidden />}
              data-autofocus
              onClick={() => void publish()}
            >
              {buttonText(numbers.days, reach.data?.eligible)}
            </ActionButton>
          )}
        </Group>
      </Stack>
    </Dialog>
  );
}

function buttonText(days: number, eligible: number | undefined): string {
  if (days === 0) {
    return eventTexts.publishOnly;
  }
  return eligible == null ? eventTexts.publishUncounted(days) : eventTexts.sendTo(eligible, days);
}

type NumbersProps = { event: PromoEvent; numbers: PublishNumbers; eligible: number | undefined };

function Numbers({ event, numbers, eligible }: NumbersProps) {
  const { days, first, atOnce, gone } = numbers;
  if (first == null) {
    return <Say kind="hint">{eventTexts.publishNothing}</Say>;
  }
  return (
    <>
      <div className={own.sum}>
        {eligible == null ? eventTexts.reachUnknown : eventTexts.audienceTimesDays(eligible, days)}
      </div>
      <Text>
        {eventTexts.firstDispatch}:{" "}
        <strong>{atOnce ? eventTexts.atOnce(formatDate(first.date)) : dueText(first.dueAt, event.timeZone)}</strong>{" "}
        {event.timeZone}
      </Text>
      {gone > 0 && (
        <Text size="sm" c="dimmed">
          {eventTexts.datesGone(gone)}
        </Text>
      )}
    </>
  );
}
