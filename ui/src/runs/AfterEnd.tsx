import { Checkbox } from "@mantine/core";
import { runTexts } from "../texts/runs";

type AfterEndProps = {
  checked: boolean;
  onChange: (checked: boolean) => void;
  /** How many have not got it; null: not known. */
  left?: number | null;
  /** When the event ended; null: not known. */
  date?: string | null;
};

/** Asks whether messages of an event that is over are to be sent all the same. */
export function AfterEnd({ checked, onChange, left = null, date = null }: AfterEndProps) {
  return (
    <Checkbox
      label={runTexts.afterEnd(left)}
      description={runTexts.afterEndHint(date)}
      checked={checked}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
  );
}
