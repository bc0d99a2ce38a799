import { Text } from "@mantine/core";
import { runTexts } from "../texts/runs";

/** Says that a run is a replay of its day; nothing for the scheduled one. */
export function ReplayTag({ generation }: { generation: number }) {
  return (
    generation > 0 && (
      <Text size="xs" c="dimmed" title={runTexts.replayHint}>
        {runTexts.generation(generation)}
      </Text>
    )
  );
}
