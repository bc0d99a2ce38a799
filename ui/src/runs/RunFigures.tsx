import { Text } from "@mantine/core";
import type { Run } from "../api/types";
import { formatDuration, formatNumber } from "../texts/format";
import { runTexts } from "../texts/runs";
import { Cell } from "./Rows";
import { handledOf, secondsOf, skippedOf } from "./runShares";

/** The heads over {@link RunFigures}, and their columns' widths. */
export const FIGURE_HEADS = [runTexts.sent, runTexts.skipped, runTexts.duration, runTexts.attempts];
export const FIGURE_COLUMNS = "minmax(112px, 1.2fr) minmax(52px, 0.5fr) minmax(88px, 0.6fr) 56px";

/** What a run has come to, as cells of a row. */
export function RunFigures({ run }: { run: Run }) {
  const seconds = secondsOf(run);
  const begun = run.attempt > 0;
  return (
    <>
      <Cell label={runTexts.sent} empty={!begun}>
        {begun ? formatNumber(run.inserted) : runTexts.none}
        {begun && (
          <Text size="xs" c="dimmed">
            {runTexts.handledOf(handledOf(run), run.eligible)}
          </Text>
        )}
      </Cell>
      <Cell label={runTexts.skipped} empty={!begun}>
        {begun ? formatNumber(skippedOf(run)) : runTexts.none}
      </Cell>
      <Cell label={runTexts.duration} empty={seconds == null}>
        {seconds == null ? runTexts.none : formatDuration(seconds)}
      </Cell>
      <Cell label={runTexts.attempts} empty={!begun}>
        {begun ? formatNumber(run.attempt) : runTexts.none}
      </Cell>
    </>
  );
}
