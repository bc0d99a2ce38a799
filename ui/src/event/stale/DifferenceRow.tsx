import { Group, Radio, Text } from "@mantine/core";
import { useId } from "react";
import { eventTexts } from "../../texts/event";
import { SmallButton } from "../SmallButton";
import type { Difference, Side } from "./differences";
import classes from "./stale.module.css";

type DifferenceRowProps = { difference: Difference; by: string; side: Side; onSide: (side: Side) => void };

const other: Record<Side, Side> = { mine: "theirs", theirs: "mine" };
const choice: Record<Side, string> = { mine: eventTexts.keepMine, theirs: eventTexts.takeTheirs };

/**
 * One thing that differs: mine and theirs side by side. Where both changed it, one is to be chosen; what only one of the two
 * changed is kept as they changed it, unless it is turned round.
 */
export function DifferenceRow({ difference, by, side, onSide }: DifferenceRowProps) {
  return difference.conflict ? (
    <Conflict difference={difference} by={by} side={side} onSide={onSide} />
  ) : (
    <OneSided difference={difference} by={by} side={side} onSide={onSide} />
  );
}

function Conflict({ difference, by, side, onSide }: DifferenceRowProps) {
  const id = useId();
  const card = (value: Side, whose: string) => (
    <Radio.Card
      value={value}
      className={classes.side ?? ""}
      aria-label={`${difference.label}: ${choice[value]}`}
      aria-describedby={`${id}-${value}`}
    >
      <span className={classes.choice}>
        <Radio.Indicator />
        <span>
          {choice[value]}
          {value === "theirs" && <Text span size="xs" c="dimmed">{` · ${whose}`}</Text>}
        </span>
      </span>
      <Value id={`${id}-${value}`} text={difference[value]} />
    </Radio.Card>
  );
  return (
    <Radio.Group label={difference.label} value={side} onChange={(value) => onSide(value as Side)}>
      <div className={classes.sides}>
        {card("mine", eventTexts.mine)}
        {card("theirs", eventTexts.theirs(by))}
      </div>
    </Radio.Group>
  );
}

function OneSided({ difference, by, side, onSide }: DifferenceRowProps) {
  const id = useId();
  const card = (value: Side, whose: string) => (
    <div className={classes.side} data-checked={side === value || undefined}>
      <span className={classes.choice}>
        {whose}
        {side === value && <Text span size="xs" c="dimmed">{` · ${eventTexts.kept}`}</Text>}
      </span>
      <Value text={difference[value]} />
    </div>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as one of a form's questions
    <div role="group" aria-labelledby={id}>
      <Group justify="space-between" gap="xs">
        <Text span size="sm" fw={500} id={id}>
          {difference.label}
          <Text span size="xs" c="dimmed">{` · ${eventTexts.changedOnly(difference.suggested, by)}`}</Text>
        </Text>
        <SmallButton aria-describedby={id} onClick={() => onSide(other[side])}>
          {choice[other[side]]}
        </SmallButton>
      </Group>
      <div className={classes.sides}>
        {card("mine", eventTexts.mine)}
        {card("theirs", eventTexts.theirs(by))}
      </div>
    </div>
  );
}

function Value({ text, id }: { text: string; id?: string }) {
  return (
    <span className={classes.value} id={id} dir="auto">
      {text === "" ? (
        <Text span c="dimmed" fs="italic">
          {eventTexts.empty}
        </Text>
      ) : (
        text
      )}
    </span>
  );
}
