import { type ComboboxItem, type OptionsFilter, TagsInput, type TagsInputProps } from "@mantine/core";
import { useMemo } from "react";
import { eventTexts } from "../../texts/event";
import { AudienceReach } from "./AudienceReach";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { eventProblems } from "./eventRules";
import { COMMON_TAGS, canonicalTag, countries, languageName } from "./languageTag";
import { Section } from "./Section";

const { fieldNames } = eventTexts;

type Part = "segments" | "countries" | "locales";

/** Whom the event is for, and how many these are. */
export function AudienceSection() {
  const form = useEventForm();
  const known = useMemo(countries, []);
  const languages = useMemo(
    () => COMMON_TAGS.map((value) => ({ value, label: `${languageName(value)} (${value})` })),
    [],
  );
  const { audience } = form.values;
  const right = useMemo(() => {
    const problems = eventProblems({ ...form.values, audience });
    return !Object.keys(problems).some((path) => path.startsWith("audience."));
  }, [form.values, audience]);

  const tags = (part: Part, meant: (typed: string) => string): TagsInputProps => {
    const { onChange, ...props } = form.getInputProps(`audience.${part}`);
    return {
      ...props,
      label: fieldNames[part],
      placeholder: audience[part].length === 0 ? eventTexts.addTag : undefined,
      clearable: true,
      limit: 40,
      openOnFocus: false,
      filter: bestFirst,
      selectFirstOptionOnChange: true,
      comboboxProps: { shadow: "md" },
      onChange: (values: string[]) => onChange([...new Set(values.map(meant))]),
    };
  };

  return (
    <Section title={eventTexts.sections.audience}>
      <div className={classes.audience}>
        <div className={classes.column}>
          <TagsInput {...tags("segments", (typed) => typed.trim())} description={eventTexts.anyHint} />
          <TagsInput
            {...tags("countries", (typed) => countryMeant(typed, known))}
            data={known.map(({ value, label }) => ({ value, label: `${label} (${value})` }))}
          />
          <TagsInput {...tags("locales", (typed) => canonicalTag(typed) ?? typed)} data={languages} />
        </div>
        <AudienceReach audience={audience} right={right} />
      </div>
    </Section>
  );
}

/** The code that was typed, then names that begin so, then those with it anywhere: Enter takes the first. */
const bestFirst: OptionsFilter = ({ options, search }) => {
  const typed = search.trim().toLowerCase();
  const rank = ({ value, label }: ComboboxItem) => {
    const name = label.toLowerCase();
    return value.toLowerCase() === typed ? 0 : name.startsWith(typed) ? 1 : name.includes(typed) ? 2 : 3;
  };
  return (options as ComboboxItem[])
    .map((option) => ({ option, rank: rank(option) }))
    .filter((it) => it.rank < 3)
    .sort((one, other) => one.rank - other.rank)
    .map((it) => it.option);
};

/** A country's code for its name or its code, however they are written; else what was typed. */
function countryMeant(typed: string, known: { value: string; label: string }[]): string {
  const text = typed.trim();
  const named = known.find(({ label }) => label.toLowerCase() === text.toLowerCase());
  return named?.value ?? (/^[a-z]{2}$/i.test(text) ? text.toUpperCase() : text);
}
