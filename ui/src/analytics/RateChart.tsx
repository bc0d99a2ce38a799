import { CompositeChart } from "@mantine/charts";
import { analyticsTexts } from "../texts/analytics";
import { formatRate, formatShortDate } from "../texts/format";
import { AXIS_WIDTH, MANY_DATES } from "./chartSizes";
import classes from "./charts.module.css";
import { type DateFigures, rateScale } from "./figures";

/** The read rate of each date as a line, which has a gap where nothing was sent. The chart above tells the figures of a date. */
export function RateChart({ rows, together, summary }: { rows: DateFigures[]; together: string; summary: string }) {
  const scale = rateScale(rows);
  return (
    <CompositeChart
      className={classes.rate}
      data={rows}
      dataKey="date"
      series={[{ name: "readRate", type: "line", color: "var(--figure-rate)" }]}
      curveType="linear"
      connectNulls={false}
      dotProps={{ r: rows.length > MANY_DATES ? 2 : 3.5 }}
      valueFormatter={formatRate}
      xAxisProps={{ tickFormatter: formatShortDate, minTickGap: 16, scale: "band" }}
      yAxisProps={{ width: AXIS_WIDTH, domain: [0, scale], ticks: [0, scale / 2, scale] }}
      tooltipProps={{ content: () => null }}
      accessibilityLayer={false}
      composedChartProps={{ syncId: together, role: "img", title: analyticsTexts.readRate, desc: summary }}
    />
  );
}
