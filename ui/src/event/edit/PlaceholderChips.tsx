import { Text, UnstyledButton } from "@mantine/core";
import { useId } from "react";
import { eventTexts } from "../../texts/event";
import classes from "./edit.module.css";
import { PLACEHOLDERS, type Placeholder, written } from "./placeholders";

/** The placeholders that the services fill in, each a button that writes it. */
export function PlaceholderChips({ onInsert }: { onInsert: (name: Placeholder) => void }) {
  const id = useId();
  return (
    <div>
      <Text size="xs" c="dimmed" id={id} mb={4}>
        {eventTexts.insert}
      </Text>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as one of a form's questions */}
      <div className={classes.chips} role="group" aria-labelledby={id}>
        {PLACEHOLDERS.map((name) => (
          <UnstyledButton
            key={name}
            className={classes.chip}
            title={eventTexts.placeholders[name]}
            aria-label={eventTexts.insertPlaceholder(name)}
            onClick={() => onInsert(name)}
          >
            {written(name)}
          </UnstyledButton>
        ))}
      </div>
    </div>
  );
}
