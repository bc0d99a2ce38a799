import { Paper, Text } from "@mantine/core";
import { analyticsTexts } from "../texts/analytics";
import { formatDate, formatNumber } from "../texts/format";
import classes from "./charts.module.css";
import type { DateFigures } from "./figures";
import { quantileText } from "./quantileText";

/** A date's figures where the pointer is, or the arrow keys have come to. */
export function DateTooltip({ active, payload }: { active?: boolean; payload?: readonly { payload?: DateFigures }[] }) {
  const row = payload?.[0]?.payload;
  if (!active || row == null) {
    return null;
  }
  return (
    <Paper withBorder shadow="md" p="sm" className={classes.tooltip}>
      <Text size="sm" fw={650}>
        {formatDate(row.date)}
      </Text>
      <dl>
        <dt>{analyticsTexts.sent}</dt>
        <dd>{formatNumber(row.sent)}</dd>
        <dt>{analyticsTexts.read}</dt>
        <dd>{formatNumber(row.read)}</dd>
        <dt>{analyticsTexts.readRate}</dt>
        <dd>{analyticsTexts.rate(row.readRate)}</dd>
        <dt>{analyticsTexts.median}</dt>
        <dd>{quantileText(row.median, row.buckets)}</dd>
      </dl>
    </Paper>
  );
}
