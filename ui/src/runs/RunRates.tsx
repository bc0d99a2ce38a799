import type { Run } from "../api/types";
import { formatTime } from "../texts/format";
import { runTexts } from "../texts/runs";
import classes from "./RunProgress.module.css";

/** How fast a run goes, and until when. */
export function RunRates({ run }: { run: Run }) {
  const { rateNow, rateAverage, etaSeconds, maxRate } = run;
  const rates: [string, string][] = [
    [runTexts.rateNow, rateNow == null ? runTexts.none : runTexts.perSecond(rateNow)],
    [runTexts.rateAverage, rateAverage == null ? runTexts.none : runTexts.perSecond(rateAverage)],
    [runTexts.left, etaSeconds == null ? runTexts.none : leftText(etaSeconds)],
  ];
  if (maxRate != null) {
    rates.push([runTexts.maxRate, runTexts.perSecond(maxRate)]);
  }
  return (
    <dl className={classes.rates}>
      {rates.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function leftText(seconds: number): string {
  return runTexts.about(Math.max(1, seconds), formatTime(new Date(Date.now() + seconds * 1_000).toISOString()));
}
