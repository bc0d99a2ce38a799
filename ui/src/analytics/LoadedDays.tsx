import { Paper, Skeleton, Stack, VisuallyHidden } from "@mantine/core";
import type { ReactNode } from "react";
import type { EventDay } from "../api/types";
import { LoadFailed } from "../shell/LoadFailed";
import { MayBeOld } from "../shell/MayBeOld";
import { shellTexts } from "../texts/shell";
import classes from "./LoadedDays.module.css";
import { StatCards } from "./StatCards";

/** What of a query matters here. */
type DaysQuery = {
  data: { items: EventDay[] } | undefined;
  error: unknown;
  isPlaceholderData: boolean;
  refetch: () => unknown;
};

/**
 * Shows the figures once they are there; until then their places, and afterwards whatever was known last, also while the
 * service is away.
 */
export function LoadedDays({ query, children }: { query: DaysQuery; children: (days: EventDay[]) => ReactNode }) {
  const { data, error, isPlaceholderData, refetch } = query;
  if (data == null) {
    return error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <Places />;
  }
  return (
    <Stack aria-busy={isPlaceholderData} className={classes.days}>
      <MayBeOld error={error} />
      {children(data.items)}
    </Stack>
  );
}

function Places() {
  return (
    <Stack role="status">
      <VisuallyHidden>{shellTexts.loading}</VisuallyHidden>
      <StatCards figures={null} />
      {[566, 320].map((height) => (
        <Paper key={height} withBorder p="md" bg="var(--promo-surface)" aria-hidden>
          <Skeleton height={28} width={220} mb="md" />
          <Skeleton height={height - 76} />
        </Paper>
      ))}
    </Stack>
  );
}
