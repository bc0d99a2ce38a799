import type { Run } from "../api/types";
import { formatShare } from "../texts/format";
import { runTexts } from "../texts/runs";
import classes from "./ProgressBar.module.css";
import { handledOf, sharesOf } from "./runShares";

const percent = (share: number) => `${share * 100}%`;

/** A run's parts: done, failed and remaining, side by side. */
export function ProgressBar({ run }: { run: Run }) {
  const { done, failed } = sharesOf(run);
  const handled = runTexts.handledOf(handledOf(run), run.eligible);
  return (
    <div
      role="progressbar"
      aria-label={runTexts.run(run.title, run.dispatchDate)}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.floor(done * 100)}
      aria-valuetext={runTexts.progress(formatShare(done), handled, run.partitions.failed)}
      className={classes.bar}
      data-state={run.state}
    >
      <div className={classes.done} style={{ width: percent(done) }} />
      <div className={classes.failed} style={{ width: percent(failed) }} />
    </div>
  );
}
