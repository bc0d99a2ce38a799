import { NumberInput } from "@mantine/core";
import { eventTexts } from "../../texts/event";
import { useEventForm } from "./eventForm";
import { Section } from "./Section";

const { fieldNames, sections } = eventTexts;

/** How fast the event may be sent. */
export function LimitsSection() {
  const form = useEventForm();
  const { value, onChange, ...props } = form.getInputProps("maxRate");
  return (
    <Section title={sections.limits}>
      <NumberInput
        label={fieldNames.maxRate}
        description={eventTexts.maxRateHint}
        placeholder={eventTexts.asFastAsPossible}
        allowDecimal={false}
        allowNegative={false}
        thousandSeparator=","
        suffix={` ${eventTexts.maxRateUnit}`}
        hideControls
        maw={280}
        value={value}
        // While it is typed, a number may be text, such as one that is too long to be exact.
        onChange={(typed) => onChange(typed === "" ? "" : Number(typed))}
        {...props}
      />
    </Section>
  );
}
