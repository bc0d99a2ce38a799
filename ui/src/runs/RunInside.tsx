import { Title } from "@mantine/core";
import type { Run } from "../api/types";
import { runTexts } from "../texts/runs";
import { RunLog } from "./RunLog";
import { RunPartitions } from "./RunPartitions";

/** A run's inside: its partitions with their workers, and who did what with it; under headings of a level. */
export function RunInside({ run, zone, level = 3 }: { run: Run; zone: string; level?: 2 | 3 }) {
  return (
    <>
      {run.attempt > 0 && (
        <section aria-label={runTexts.partitions}>
          <Title order={level} size="h5" mb={6}>
            {runTexts.partitions}
          </Title>
          <RunPartitions run={run} />
        </section>
      )}
      <section aria-label={runTexts.log}>
        <Title order={level} size="h5" mb={6}>
          {runTexts.log}
        </Title>
        <RunLog run={run} zone={zone} />
      </section>
    </>
  );
}
