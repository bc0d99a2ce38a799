import { Group, Skeleton, Stack, Text } from "@mantine/core";
import { IconCalendarOff } from "@tabler/icons-react";
import { useState } from "react";
import type { PromoEvent } from "../api/types";
import { useRights } from "../auth/RightsContext";
import { ActionButton } from "../shell/ActionButton";
import { LoadFailed } from "../shell/LoadFailed";
import { MayBeOld } from "../shell/MayBeOld";
import { Notice } from "../shell/Notice";
import { runTexts } from "../texts/runs";
import { BackfillDialog } from "./BackfillDialog";
import { type BackfillRange, rangeOf } from "./backfillRange";
import { ComingDays } from "./ComingDays";
import { PastDays } from "./PastDays";
import { backfillRefusal } from "./runRules";
import touch from "./Touch.module.css";
import { useRunDays } from "./useRunDays";

/** An event's runs, a row per day, with what can be done about each. */
export function EventRuns({ event }: { event: PromoEvent }) {
  const { days, readAt, isLive, error, datesError, retry } = useRunDays(event);
  const rights = useRights();
  const [range, setRange] = useState<BackfillRange | null>(null);
  if (days == null) {
    return error ? <LoadFailed error={error} onRetry={retry} /> : <Loading />;
  }
  if (days.past.length + days.coming.length === 0) {
    return <Notice icon={<IconCalendarOff size={28} />} title={runTexts.draftTitle} text={runTexts.noDays} />;
  }
  const refused = backfillRefusal(event, days.past.length > 0);
  return (
    <Stack gap="md" className={touch.touch}>
      <Group justify="space-between" align="center" gap="xs">
        <Text size="sm" c="dimmed">
          {runTexts.zone(event.timeZone)}
        </Text>
        {rights.operate && event.status !== "DRAFT" && (
          <Group gap="xs">
            {refused && (
              <Text size="xs" c="dimmed">
                {refused}
              </Text>
            )}
            <ActionButton variant="default" off={refused != null} onClick={() => setRange(rangeOf(days.past))}>
              {runTexts.backfill}
            </ActionButton>
          </Group>
        )}
      </Group>
      <MayBeOld error={error} onRetry={retry} />
      <MayBeOld error={datesError} what={runTexts.datesFailed} />
      {days.past.length > 0 && (
        <PastDays
          days={days.past}
          event={event}
          readAt={readAt}
          isLive={isLive}
          onBackfill={refused == null ? (date) => setRange({ from: date, to: date }) : undefined}
        />
      )}
      {days.coming.length > 0 && <ComingDays days={days.coming} event={event} />}
      <BackfillDialog event={event} range={range} onClose={() => setRange(null)} />
    </Stack>
  );
}

function Loading() {
  return (
    <Stack gap="xs" aria-busy>
      {[0, 1, 2, 3].map((row) => (
        <Skeleton key={row} height={64} />
      ))}
    </Stack>
  );
}
