import { NativeSelect, TextInput } from "@mantine/core";
import { eventTexts } from "../../texts/event";
import { languageName } from "../edit/languageTag";
import classes from "./preview.module.css";
import type { Sample } from "./usePreview";

type SampleFieldsProps = {
  sample: Sample;
  onSample: (sample: Sample) => void;
  locales: readonly string[];
  locale: string;
  onLocale: (locale: string) => void;
};

/** Who the customer of the preview is. */
export function SampleFields({ sample, onSample, locales, locale, onLocale }: SampleFieldsProps) {
  const field = (part: keyof Sample, label: string) => (
    <TextInput
      size="xs"
      label={label}
      value={sample[part]}
      onChange={(event) => onSample({ ...sample, [part]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={classes.sample} aria-label={eventTexts.previewFor}>
      {field("name", eventTexts.sampleName)}
      {field("country", eventTexts.sampleCountry)}
      {field("email", eventTexts.sampleEmail)}
      <NativeSelect
        size="xs"
        label={eventTexts.language}
        data={locales.map((value) => ({ value, label: languageName(value) }))}
        value={locale}
        onChange={(event) => onLocale(event.currentTarget.value)}
      />
    </fieldset>
  );
}
