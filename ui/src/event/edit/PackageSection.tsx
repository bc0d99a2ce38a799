import { TextInput } from "@mantine/core";
import { IconMessage } from "@tabler/icons-react";
import { eventTexts } from "../../texts/event";
import { MessagePreview } from "../preview/MessagePreview";
import type { Preview, Sample } from "../preview/usePreview";
import classes from "./edit.module.css";
import { useEventForm } from "./eventForm";
import { LanguageTabs } from "./LanguageTabs";
import { Section } from "./Section";
import { TextFields } from "./TextFields";

type PackageSectionProps = {
  locale: string;
  onLocale: (locale: string) => void;
  preview: Preview;
  sample: Sample;
  onSample: (sample: Sample) => void;
};

/** What the event says to customers, language by language, and how it reads. */
export function PackageSection({ locale, onLocale, preview, sample, onSample }: PackageSectionProps) {
  const form = useEventForm();
  return (
    <Section
      title={eventTexts.sections.package}
      aside={
        <span className={classes.kind}>
          <IconMessage size={14} aria-hidden />
          {eventTexts.kindMessage}
        </span>
      }
    >
      <LanguageTabs locale={locale} onLocale={onLocale} />
      <div className={classes.beside}>
        <div className={classes.column}>
          <TextFields key={locale} locale={locale} />
          <TextInput
            label={eventTexts.fieldNames.link}
            description={eventTexts.linkHint}
            placeholder="https://"
            inputMode="url"
            {...form.getInputProps("promotionPackage.link")}
          />
        </div>
        <MessagePreview
          preview={preview}
          texts={form.values.promotionPackage.content[locale]}
          locales={Object.keys(form.values.promotionPackage.content)}
          locale={locale}
          onLocale={onLocale}
          sample={sample}
          onSample={onSample}
        />
      </div>
    </Section>
  );
}
