import { CompositeChart } from "@mantine/charts";
import { useId } from "react";
import { analyticsTexts } from "../texts/analytics";
import { formatCompact, formatShortDate } from "../texts/format";
import { AXIS_WIDTH } from "./chartSizes";
import classes from "./charts.module.css";
import { DateTooltip } from "./DateTooltip";
import type { DateFigures } from "./figures";

/** A bar for each date, as high as what was sent; the solid part was read, the hatched part was not. */
export function SentChart({ rows, together, summary }: { rows: DateFigures[]; together: string; summary: string }) {
  const hatch = useId();
  return (
    <CompositeChart
      className={classes.sent}
      data={rows.map((row) => ({ ...row, unread: row.sent - row.read }))}
      dataKey="date"
      series={[
        { name: "read", type: "bar", color: "var(--figure-read)" },
        { name: "unread", type: "bar", color: "var(--figure-unread)" },
      ]}
      barProps={({ name }) =>
        name === "unread"
          ? { stackId: "sent", fill: `url(#${hatch})`, strokeOpacity: 1, strokeWidth: 1 }
          : { stackId: "sent" }
      }
      maxBarWidth={48}
      valueFormatter={formatCompact}
      xAxisProps={{ tickFormatter: formatShortDate, minTickGap: 16 }}
      yAxisProps={{ width: AXIS_WIDTH, allowDecimals: false }}
      tooltipProps={{ content: DateTooltip }}
      composedChartProps={{ syncId: together, title: analyticsTexts.byDate, desc: summary }}
    >
      <defs>
        <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width={6} height={6} fill="var(--figure-unread-tint)" />
          <line x1={0} y1={0} x2={0} y2={6} stroke="var(--figure-unread)" strokeWidth={2.5} />
        </pattern>
      </defs>
    </CompositeChart>
  );
}
