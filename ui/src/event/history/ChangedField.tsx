import { VisuallyHidden } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { eventHistoryTexts as texts } from "../../texts/eventHistory";
import type { ChangeLine } from "./changeLines";
import classes from "./history.module.css";

/** A field before and after a change: values in a row, texts below each other, without what stayed. */
export function ChangedField({ line }: { line: ChangeLine }) {
  const { label, from, to, text } = line;
  if (!text) {
    return (
      <div className={classes.change}>
        <span className={classes.label}>{label}</span> <bdi>{from}</bdi>
        <IconArrowRight size={14} aria-label="→" className={classes.arrow} />
        <bdi>{to}</bdi>
      </div>
    );
  }
  return (
    <div className={classes.texts}>
      <span className={classes.label}>{label}</span>
      {from !== "" && (
        <del className={classes.removed} dir="auto">
          <VisuallyHidden>{texts.before}</VisuallyHidden>
          {from}
        </del>
      )}
      {to !== "" && (
        <ins className={classes.added} dir="auto">
          <VisuallyHidden>{texts.after}</VisuallyHidden>
          {to}
        </ins>
      )}
    </div>
  );
}
