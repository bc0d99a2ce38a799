import { Text } from "@mantine/core";
import { formatAgo } from "../texts/format";
import { runTexts } from "../texts/runs";
import { useNow } from "./useNow";

/** How old what is shown is, and whether it comes by itself. */
export function UpdatedAgo({ readAt, live }: { readAt: number; live: boolean }) {
  const now = Math.max(useNow(1_000), readAt);
  const ago = formatAgo(new Date(readAt).toISOString(), now);
  return (
    <Text span size="xs" c="dimmed">
      {runTexts.updated(ago)} · {live ? runTexts.live : runTexts.asked}
    </Text>
  );
}
