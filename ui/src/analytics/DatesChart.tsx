import { CompositeChart } from "@mantine/charts";
import { useId } from "react";
import { analyticsTexts } from "../texts/analytics";
import { formatCompact, formatRate, formatShortDate } from "../texts/format";
import { ChartLegend } from "./ChartLegend";
import classes from "./charts.module.css";
import { DateTooltip } from "./DateTooltip";
import { type DateFigures, type Figures, rateScale } from "./figures";

/** A bar for each date, as high as what was sent; the solid part was read, the hatched part was not. The line is the read rate. */
export function DatesChart({ rows, figures }: { rows: DateFigures[]; figures: Figures }) {
  const hatch = useId();
  const data = rows.map((row) => ({ ...row, unread: row.sent - row.read }));
  const scale = rateScale(rows);
  const rate = analyticsTexts.rate(figures.readRate);
  const first = rows[0]?.date ?? "";
  const last = rows.at(-1)?.date ?? first;
  return (
    <figure className={classes.figure}>
      <ChartLegend
        entries={[
          { mark: "read", label: analyticsTexts.read },
          { mark: "unread", label: analyticsTexts.unread },
          { mark: "rate", label: analyticsTexts.rateAxis },
        ]}
      />
      <CompositeChart
        className={classes.dates}
        data={data}
        dataKey="date"
        series={[
          { name: "read", type: "bar", color: "var(--figure-read)" },
          { name: "unread", type: "bar", color: "var(--figure-unread)" },
          { name: "readRate", type: "line", color: "var(--figure-rate)", yAxisId: "right", strokeDasharray: "6 3" },
        ]}
        barProps={({ name }) =>
          name === "unread"
            ? { stackId: "sent", fill: `url(#${hatch})`, strokeOpacity: 1, strokeWidth: 1 }
            : { stackId: "sent" }
        }
        maxBarWidth={48}
        curveType="linear"
        connectNulls={false}
        dotProps={{ r: rows.length > 45 ? 2 : 3.5 }}
        valueFormatter={formatCompact}
        xAxisProps={{ tickFormatter: formatShortDate, minTickGap: 16 }}
        yAxisProps={{ width: 52 }}
        withRightYAxis
        rightYAxisProps={{ width: 48, domain: [0, scale], ticks: [0, scale / 2, scale], tickFormatter: formatRate }}
        tooltipProps={{ content: DateTooltip }}
        composedChartProps={{
          title: analyticsTexts.byDate,
          desc: analyticsTexts.byDateSummary(figures.sent, figures.read, rate, first, last),
        }}
      >
        <defs>
          <pattern id={hatch} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width={6} height={6} fill="var(--figure-unread-tint)" />
            <line x1={0} y1={0} x2={0} y2={6} stroke="var(--figure-unread)" strokeWidth={2.5} />
          </pattern>
        </defs>
      </CompositeChart>
    </figure>
  );
}
