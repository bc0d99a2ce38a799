import { useMemo } from "react";
import { eventTexts } from "../../texts/event";
import { AudienceReach } from "./AudienceReach";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { eventProblems } from "./eventRules";
import { canonicalTag, countryCode } from "./languageTag";
import { Section } from "./Section";
import { TagsField } from "./TagsField";
import { useAudienceValues } from "./useAudienceValues";

const { fieldNames } = eventTexts;

/** Whom the event is for, and how many these are. */
export function AudienceSection() {
  const form = useEventForm();
  const options = useAudienceValues();
  const { values } = form;
  const right = useMemo(
    () => !Object.keys(eventProblems(values)).some((path) => path.startsWith("audience.")),
    [values],
  );
  const field = (part: "segments" | "countries" | "locales") => ({
    label: fieldNames[part],
    options: options[part],
    ...form.getInputProps(`audience.${part}`),
    value: values.audience[part],
  });
  return (
    <Section title={eventTexts.sections.audience}>
      <div className={classes.audience}>
        <div className={classes.column}>
          <TagsField {...field("segments")} description={eventTexts.anyHint} meant={(typed) => typed.trim()} />
          <TagsField {...field("countries")} takesFirst meant={countryCode} />
          <TagsField {...field("locales")} takesFirst meant={(typed) => canonicalTag(typed) ?? typed} />
        </div>
        <AudienceReach audience={values.audience} right={right} />
      </div>
    </Section>
  );
}
