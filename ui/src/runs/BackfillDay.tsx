import { Group } from "@mantine/core";
import { useState } from "react";
import type { PromoEvent, Run } from "../api/types";
import { useRights } from "../auth/RightsContext";
import { ActionButton } from "../shell/ActionButton";
import { runTexts } from "../texts/runs";
import { BackfillDialog } from "./BackfillDialog";
import type { BackfillRange } from "./backfillRange";
import { backfillRefusal } from "./runRules";

/** Offers to send the day of a missed run; nothing for other runs, and where it may not be. */
export function BackfillDay({ run, event }: { run: Run; event: PromoEvent }) {
  const rights = useRights();
  const [range, setRange] = useState<BackfillRange | null>(null);
  if (run.state !== "MISSED" || !rights.operate || backfillRefusal(event, true) != null) {
    return null;
  }
  return (
    <Group>
      <ActionButton variant="default" onClick={() => setRange({ from: run.dispatchDate, to: run.dispatchDate })}>
        {runTexts.backfillDay}
      </ActionButton>
      <BackfillDialog event={event} range={range} onClose={() => setRange(null)} />
    </Group>
  );
}
