import { useId } from "react";
import { analyticsTexts } from "../texts/analytics";
import { ChartLegend } from "./ChartLegend";
import classes from "./charts.module.css";
import type { DateFigures, Figures } from "./figures";
import { RateChart } from "./RateChart";
import { SentChart } from "./SentChart";

/** Two charts over the same dates, one below the other: how many messages, and how much of them was read. */
export function DatesChart({ rows, figures }: { rows: DateFigures[]; figures: Figures }) {
  const together = useId();
  const first = rows[0]?.date ?? "";
  const last = rows.at(-1)?.date ?? first;
  return (
    <figure className={classes.figure}>
      <ChartLegend
        entries={[
          { mark: "read", label: analyticsTexts.read },
          { mark: "unread", label: analyticsTexts.unread },
        ]}
      />
      <SentChart
        rows={rows}
        together={together}
        summary={analyticsTexts.sentSummary(figures.sent, figures.read, first, last)}
      />
      <ChartLegend entries={[{ mark: "rate", label: analyticsTexts.readRate }]} />
      <RateChart rows={rows} together={together} summary={analyticsTexts.rateSummary(figures.readRate, first, last)} />
    </figure>
  );
}
