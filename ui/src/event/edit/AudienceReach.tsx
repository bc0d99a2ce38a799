import { Skeleton, Text } from "@mantine/core";
import { useId } from "react";
import type { Audience } from "../../api/types";
import { eventTexts } from "../../texts/event";
import { formatNumber } from "../../texts/format";
import classes from "./edit.module.css";
import { useReach } from "./useReach";

/** How many customers a rule reaches, and why not the others. */
export function AudienceReach({ audience, right }: { audience: Audience; right: boolean }) {
  const { data, isError, isCurrent } = useReach(audience, right);
  const id = useId();
  const left = data?.excluded.filter((it) => it.count > 0) ?? [];
  if (!right || (isError && data == null)) {
    return (
      <Text className={classes.card} size="sm" c="dimmed" mih={108}>
        {right ? eventTexts.reachUnknown : eventTexts.reachInvalid}
      </Text>
    );
  }
  if (data == null) {
    return <Skeleton height={108} role="status" aria-label={eventTexts.counting} />;
  }
  return (
    <section
      className={classes.card}
      aria-labelledby={id}
      aria-busy={!isCurrent || undefined}
      style={{ minHeight: 108 }}
    >
      <Text fw={650} id={id} aria-live="polite">
        {eventTexts.reach(data.eligible, data.total)}
      </Text>
      <Text size="xs" c="dimmed" mt={6}>
        {left.length > 0 ? eventTexts.leftOut : eventTexts.nobodyLeftOut}
      </Text>
      <dl className={classes.reasons}>
        {left.map(({ reason, count }) => (
          <div key={reason}>
            <dt>{eventTexts.excluded[reason]}</dt>
            <dd>{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
