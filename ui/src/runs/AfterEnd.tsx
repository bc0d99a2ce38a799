import { Checkbox } from "@mantine/core";
import { runTexts } from "../texts/runs";

/** Asks whether messages of an event that is over are to be sent all the same. */
export function AfterEnd({ checked, onChange }: { checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <Checkbox
      label={runTexts.afterEnd}
      description={runTexts.afterEndHint}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
