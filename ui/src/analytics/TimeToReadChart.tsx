import { BarChart } from "@mantine/charts";
import { analyticsTexts } from "../texts/analytics";
import { formatCompact, formatNumber } from "../texts/format";
import classes from "./charts.module.css";
import type { BucketRow } from "./distribution";
import type { Figures } from "./figures";
import { quantileText } from "./quantileText";

/** A bar for each span of time; beside it its share, and whether the median or the 90th percentile lies in it. */
export function TimeToReadChart({ rows, figures }: { rows: BucketRow[]; figures: Figures }) {
  const data = rows.map((row) => ({ ...row, within: onOneLine(row.within), note: onOneLine(note(row)) }));
  const largest = Math.max(...rows.map((row) => row.count));
  return (
    <figure className={classes.figure}>
      <BarChart
        className={classes.distribution}
        data={data}
        dataKey="within"
        orientation="vertical"
        series={[{ name: "count", label: analyticsTexts.messages, color: "var(--figure-read)" }]}
        gridAxis="none"
        maxBarWidth={18}
        valueFormatter={formatNumber}
        xAxisProps={{ domain: [0, largest * 1.6], hide: true, tickFormatter: formatCompact }}
        yAxisProps={{ width: 96, interval: 0 }}
        withBarValueLabel
        valueLabelProps={{ dataKey: "note", formatter: String, fill: "var(--mantine-color-text)" }}
        barChartProps={{
          title: analyticsTexts.timeToRead,
          desc: analyticsTexts.timeToReadSummary(
            quantileText(figures.median, figures.buckets),
            quantileText(figures.p90, figures.buckets),
          ),
        }}
      />
    </figure>
  );
}

function note({ share, count, holds }: BucketRow): string {
  return count === 0 ? "" : [analyticsTexts.rate(share), ...holds].join(" · ");
}

function onOneLine(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}
