import { Checkbox, Code, Group, Text } from "@mantine/core";
import type { DeadLetter } from "../api/types";
import { formatAgo } from "../texts/format";
import { operationTexts } from "../texts/operations";
import { runTexts } from "../texts/runs";
import classes from "./DeadLetterItem.module.css";
import listed from "./ListedRecord.module.css";

type DeadLetterItemProps = {
  letter: DeadLetter;
  selected: boolean;
  /** Undefined: whoever looks may not replay. */
  onSelect?: (on: boolean) => void;
};

/** A record that could never be processed: where it failed, why, and what it says. */
export function DeadLetterItem({ letter, selected, onSelect }: DeadLetterItemProps) {
  const { id, topic, partition, offset, key, value, cause, cutFrom, receivedAt, replayedAt, replayedBy } = letter;
  return (
    <li className={listed.record}>
      <Group gap="xs" wrap="nowrap" align="flex-start">
        {onSelect && replayedAt == null && cutFrom == null && (
          <Checkbox
            className={classes.check}
            aria-label={operationTexts.select(id)}
            checked={selected}
            onChange={(event) => onSelect(event.currentTarget.checked)}
          />
        )}
        <div className={listed.text}>
          <Text size="sm" fw={600}>
            {topic}
          </Text>
          <Text size="xs" c="dimmed">
            {`${operationTexts.place(partition, offset)}, ${operationTexts.received(formatAgo(receivedAt))}`}
          </Text>
          <Text size="sm" className={classes.cause}>
            {cause}
          </Text>
          {replayedAt != null && (
            <Text size="xs" c="dimmed">
              {operationTexts.replayedBy(replayedBy ?? runTexts.none, formatAgo(replayedAt))}
            </Text>
          )}
          {cutFrom != null && (
            <Text size="xs" c="dimmed">
              {operationTexts.cut(cutFrom)}
            </Text>
          )}
          <details className={classes.record}>
            <summary>{operationTexts.showRecord}</summary>
            {key != null && <Text size="xs">{operationTexts.key(key)}</Text>}
            <Code block tabIndex={0} dir="auto">
              {value ?? runTexts.none}
            </Code>
          </details>
        </div>
      </Group>
    </li>
  );
}
