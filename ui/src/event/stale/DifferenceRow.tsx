import { Radio, Text } from "@mantine/core";
import { useId } from "react";
import { eventTexts } from "../../texts/event";
import type { Difference, Side } from "./differences";
import classes from "./stale.module.css";

type DifferenceRowProps = { difference: Difference; by: string; side: Side; onSide: (side: Side) => void };

/** One thing that differs: mine and theirs side by side, each to be chosen. */
export function DifferenceRow({ difference, by, side, onSide }: DifferenceRowProps) {
  const id = useId();
  const card = (value: Side, whose: string, choice: string, text: string) => (
    <Radio.Card
      value={value}
      className={classes.side}
      aria-label={`${difference.label}: ${choice}`}
      aria-describedby={`${id}-${value}`}
    >
      <span className={classes.choice}>
        <Radio.Indicator />
        <span>
          {choice}
          <Text span size="xs" c="dimmed">{` · ${whose}`}</Text>
        </span>
      </span>
      <span className={classes.value} id={`${id}-${value}`}>
        {text === "" ? (
          <Text span c="dimmed" fs="italic">
            {eventTexts.empty}
          </Text>
        ) : (
          text
        )}
      </span>
    </Radio.Card>
  );
  return (
    <Radio.Group label={difference.label} value={side} onChange={(value) => onSide(value as Side)}>
      <div className={classes.sides}>
        {card("mine", eventTexts.mine, eventTexts.keepMine, difference.mine)}
        {card("theirs", eventTexts.theirs(by), eventTexts.takeTheirs, difference.theirs)}
      </div>
    </Radio.Group>
  );
}
